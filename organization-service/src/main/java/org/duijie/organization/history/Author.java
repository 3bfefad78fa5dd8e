package org.duijie.organization.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a change, and for whom.
 *
 * @param actor the token's subject
 * @param creditCode of the organization that it is about
 * @param delegation by which a platform acts for the organization
 */
public record Author(
        String actor, String creditCode, @Nullable UUID delegation) {}
