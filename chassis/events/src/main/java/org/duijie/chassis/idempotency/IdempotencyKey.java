package org.duijie.chassis.idempotency;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.duijie.chassis.problem.ProblemException;

/**
 * The client's name for one request. On the wire it is a string of structured fields (RFC 9651), that is, in double
 * quotes; the bare form that many clients send means the same key.
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";
    static final int LONGEST = 255;

    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");
    private static final Pattern BARE = Pattern.compile("[!#-+\\--:<-\\[\\]-~]*");

    /** @throws ProblemException 400 where there are several, or one that is no key */
    static Optional<IdempotencyKey> of(List<String> headers) {
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        if (headers.size() > 1) {
            throw IdempotencyProblem.KEY_MALFORMED.problem();
        }
        String value = unquoted(headers.getFirst().strip());
        if (value.isBlank() || value.length() > LONGEST) {
            throw IdempotencyProblem.KEY_MALFORMED.problem();
        }
        return Optional.of(new IdempotencyKey(value));
    }

    private static String unquoted(String header) {
        var quoted = QUOTED.matcher(header);
        if (quoted.matches()) {
            return quoted.group(1).replaceAll("\\\\(.)", "$1");
        }
        if (BARE.matcher(header).matches()) {
            return header;
        }
        throw IdempotencyProblem.KEY_MALFORMED.problem();
    }
}
