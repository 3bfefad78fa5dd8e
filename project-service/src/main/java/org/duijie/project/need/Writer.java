package org.duijie.project.need;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * On whose authority needs are written. Plain values, so that work which outlives its request can still be held to them.
 *
 * @param id the token's subject
 * @param publisher under whose name own references are unique: the bureau's county, otherwise the platform or the subject
 * @param everywhere may it write for every county?
 * @param divisions codes of the counties that are its own
 * @param delegations codes of the counties that let it write for them, each with the id of the delegation
 */
public record Writer(
        String id, String publisher, boolean everywhere, Set<String> divisions, Map<String, UUID> delegations) {

    public boolean mayWrite(String division) {
        return everywhere || divisions.contains(division) || delegations.containsKey(division);
    }

    public Actor actor(String division) {
        return delegations.containsKey(division)
                ? new Actor(id, division, delegations.get(division))
                : new Actor(id, null, null);
    }
}
