package org.duijie.chassis.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.duijie.chassis.precondition.EntityTags;
import org.duijie.chassis.precondition.Versioned;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Has the command of the current request act once for its key, inside the transaction of the command. */
@RequestScoped
public class Idempotency {

    private final KeyRepository keys;
    private final ObjectMapper json;
    private @Nullable KeyedRequest request;
    private boolean asked;

    @Inject
    Idempotency(KeyRepository keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** The current request has this key. */
    void begin(KeyedRequest keyed) {
        request = keyed;
    }

    /** Did the command ask, as it must? */
    boolean wasAsked() {
        return asked;
    }

    /**
     * Runs the command unless its request has acted before. The running transaction must be the one that the command
     * writes in and must begin and end with this call's request: the answer is stored in it.
     *
     * @param command returns what the resource method answers: a plain body or a {@link RestResponse}
     * @return the command's answer. A request that has acted before never returns: an exception carries its stored
     *     answer to the caller, and must not be held up.
     * @throws org.duijie.chassis.problem.ProblemException 422 for a key that was used for another request, 409 while the
     *     same one is being worked on
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> T once(Supplier<T> command) {
        asked = true;
        KeyedRequest keyed = request;
        if (keyed == null) {
            return command.get();
        }
        keys.enter(keyed);
        T answer = command.get();
        keys.keep(keyed, stored(answer, keyed.status()));
        return answer;
    }

    /**
     * The same for a command that has read the body itself.
     *
     * @param content SHA-256 of the body: another content under the same key is another request
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> T once(byte[] content, Supplier<T> command) {
        if (request != null) {
            request = request.withContent(content);
        }
        return once(command);
    }

    private StoredAnswer stored(@Nullable Object answer, int defaultStatus) {
        Map<String, String> headers = new LinkedHashMap<>();
        int status = defaultStatus;
        Object body = answer;
        if (answer instanceof RestResponse<?> response) {
            status = response.getStatus();
            body = response.getEntity();
            response.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        }
        if (body == null) {
            return new StoredAnswer(answer == null ? 204 : status, headers, new byte[0]);
        }
        if (body instanceof Versioned shown) {
            headers.putAll(EntityTags.headers(shown));
        }
        headers.putIfAbsent("Content-Type", "application/json;charset=UTF-8");
        try {
            return new StoredAnswer(status, headers, json.writeValueAsBytes(body));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("An answer must be plain JSON", unwritable);
        }
    }
}
