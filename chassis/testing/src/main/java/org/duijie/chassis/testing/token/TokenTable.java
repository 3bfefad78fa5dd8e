package org.duijie.chassis.testing.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.duijie.chassis.testing.openapi.Answer;
import org.duijie.chassis.testing.openapi.Wire;

/**
 * Tries every trick on an operation that asks for a token. Whatever is wrong with a token the answer is the same, so that
 * it tells nobody how near they came; and what is not sent as a token is no token.
 */
public final class TokenTable {

    private static final int UNAUTHENTICATED = 401;

    private final Wire wire;
    private final String target;

    /** @param target a path that the leading group may read */
    public TokenTable(Wire wire, String target) {
        this.wire = wire;
        this.target = target;
    }

    /** How many were tried, and which of them were answered otherwise. */
    public record Report(int tried, List<String> faults) {}

    /** Tries them all. */
    public Report run() {
        List<String> faults = new ArrayList<>();
        for (String good : List.of(TokenTricks.good(), TokenTricks.goodByRfc9068())) {
            Answer answer = get(TokenTrick.bearer("a good token", good));
            if (!answer.succeeded()) {
                faults.add("A good token is refused, so that nothing is proved: " + answer);
            }
        }
        try (Canary elsewhere = new Canary()) {
            List<TokenTrick> tricks = TokenTricks.all(elsewhere.base());
            Refusal ofNothing = Refusal.of(wire.send(wire.request(target).GET().build()));
            Refusal ofATrick = Refusal.of(get(tricks.getFirst()));
            for (TokenTrick trick : tricks) {
                Answer answer = get(trick);
                Refusal refusal = Refusal.of(answer);
                boolean refused = refusal.status() == UNAUTHENTICATED
                        && refusal.scheme().startsWith("Bearer")
                        && refusal.equals(trick.saysBearer() ? ofATrick : ofNothing);
                if (!refused) {
                    faults.add(trick + ": " + answer);
                }
            }
            if (elsewhere.calls() > 0) {
                faults.add("Somebody looked for keys where a token told them to");
            }
            return new Report(tricks.size(), List.copyOf(faults));
        }
    }

    private Answer get(TokenTrick trick) {
        HttpRequest.Builder request = wire.request(target + trick.query()).GET();
        trick.headers().forEach(request::setHeader);
        return wire.send(request.build());
    }

    /** An answer without what tells one answer from another. */
    private record Refusal(int status, String scheme, JsonNode body) {

        static Refusal of(Answer answer) {
            JsonNode body = answer.json() instanceof ObjectNode problem ? problem.without("instance") : answer.json();
            return new Refusal(answer.status(), answer.header("WWW-Authenticate"), body);
        }
    }
}
