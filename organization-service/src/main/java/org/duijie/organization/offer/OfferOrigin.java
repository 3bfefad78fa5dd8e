package org.duijie.organization.offer;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an offer came from.
 *
 * @param openedBy the account that opened it; for the audit
 * @param delegationId the delegation by which a platform opened it for the organization
 * @param publisher whose references {@code reference} is one of
 * @param reference the publisher's own id of the offer, where it gave one
 */
@Embeddable
record OfferOrigin(
        String openedBy,
        @Nullable UUID delegationId,
        @Nullable String publisher,
        @Nullable String reference) {}
