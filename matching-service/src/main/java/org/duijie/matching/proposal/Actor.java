package org.duijie.matching.proposal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something with a proposal.
 *
 * @param id the token's subject
 * @param side for which of the two
 * @param onBehalfOf division code or credit code, where a platform acts for it
 * @param delegation by which delegation it does so
 */
record Actor(
        String id,
        Side side,
        @Nullable String onBehalfOf,
        @Nullable UUID delegation) {}
