package org.duijie.organization.offer;

import jakarta.persistence.Embeddable;

/**
 * A publisher's own name for an offer.
 *
 * @param publisher whose references {@code reference} is one of
 */
@Embeddable
record OwnReference(String publisher, String reference) {}
