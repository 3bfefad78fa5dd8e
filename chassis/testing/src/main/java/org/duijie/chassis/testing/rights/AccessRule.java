package org.duijie.chassis.testing.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duijie.chassis.testing.openapi.ApiOperation;
import org.duijie.chassis.testing.openapi.Caller;

/**
 * An operation's {@code x-access}.
 *
 * @param open for everybody, without a token
 * @param roles none named admits every signed-in caller
 * @param tenant what binds a caller to the thing, {@code NONE} for nothing
 * @param foreign the status for what is another's
 */
record AccessRule(boolean open, List<String> roles, String tenant, int foreign) {

    private static final String UNBOUND = "NONE";
    private static final int HIDDEN = 404;

    static Optional<AccessRule> of(ApiOperation operation) {
        JsonNode rule = operation.description().path("x-access");
        if (!rule.isObject()) {
            return Optional.empty();
        }
        List<String> roles = new ArrayList<>();
        rule.path("roles").forEach(role -> roles.add(role.asText()));
        return Optional.of(new AccessRule(
                rule.path("open").asBoolean(),
                List.copyOf(roles),
                rule.path("tenant").asText(UNBOUND),
                rule.path("foreign").asInt(HIDDEN)));
    }

    boolean bound() {
        return !tenant.equals(UNBOUND);
    }

    /** May this role use the operation at all? */
    boolean admits(String role) {
        return open || (!role.equals(Caller.PUBLIC) && (roles.isEmpty() || roles.contains(role)));
    }

    /** What has to come out for this caller. */
    Outcome outcome(Caller caller) {
        if (!open && caller.anonymous()) {
            return Outcome.UNAUTHENTICATED;
        }
        if (!admits(caller.role())) {
            return Outcome.FORBIDDEN;
        }
        if (open || !bound() || caller.side() != Caller.Side.FOREIGN) {
            return Outcome.ALLOWED;
        }
        return foreign == HIDDEN ? Outcome.HIDDEN : Outcome.FORBIDDEN;
    }
}
