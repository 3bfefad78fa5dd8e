package org.duijie.gateway.door;

import io.vertx.core.MultiMap;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request belongs to (W3C Trace Context): the caller's, or a new one. It goes to the service, from there
 * with every event that comes of the request, and back to the caller.
 */
final class Trace {

    static final String PARENT = "traceparent";

    private static final String STATE = "tracestate";

    /** Version 00 only, as the services read it; zeros are no identity. */
    private static final Pattern GOOD = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private static final HexFormat HEX = HexFormat.of();

    private Trace() {}

    /** The request's {@code traceparent}; what cannot be read is replaced. */
    static String of(MultiMap requestHeaders) {
        @Nullable String said = requestHeaders.get(PARENT);
        if (said != null && GOOD.matcher(said).matches()) {
            return said;
        }
        String made = begin();
        requestHeaders.set(PARENT, made);
        // It belongs to a parent that is not known.
        requestHeaders.remove(STATE);
        return made;
    }

    private static String begin() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "00-" + HEX.toHexDigits(notZero(random)) + HEX.toHexDigits(random.nextLong()) + "-"
                + HEX.toHexDigits(notZero(random)) + "-01";
    }

    private static long notZero(ThreadLocalRandom random) {
        return random.nextLong() | 1;
    }
}
