package org.duijie.gateway.route;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway waits, and when it stops asking. */
@ConfigMapping(prefix = "duijie.gateway")
interface RouteConfig {

    /** For a connection to a service. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** For the head of a request, from its first byte; what drips in more slowly is told so and cut off. */
    Duration headTimeout();

    /**
     * For a request to arrive whole, unless it comes on at {@link Body#bytesPerSecond} or better; a caller that drips its
     * body would otherwise hold a connection for ever.
     */
    @WithDefault("60s")
    Duration uploadTimeout();

    /**
     * For a caller to take some of its answer, and after the end of its connection the rest; who does not is broken off.
     */
    Duration readerTimeout();

    Body body();

    /** How large a request's body may be, and how slow. */
    interface Body {

        @WithDefault("1M")
        MemorySize limit();

        /** Of a file of needs. */
        @WithDefault("256M")
        MemorySize importLimit();

        /** Of a photograph or a document that shows that something happened. */
        @WithDefault("10M")
        MemorySize evidenceLimit();

        /** On the average since its beginning. A body within {@link #limit} is not large enough to need so long. */
        @WithDefault("64K")
        MemorySize bytesPerSecond();
    }

    /**
     * From the end of the request to the head of the answer; event streams are not held to it. Shorter than
     * {@code quarkus.http.idle-timeout}, which would cut the caller off without an answer.
     */
    @WithDefault("20s")
    Duration answerTimeout();

    /** For all that is no event stream; each event loop has its share of them. */
    @WithDefault("2000")
    int connectionsPerService();

    Streams streams();

    /** How many event streams may be open; each holds a connection, none of those that other requests need. */
    interface Streams {

        @WithDefault("2000")
        int perService();

        /** By one token subject, or for the public from one address. */
        @WithDefault("20")
        int perCaller();
    }

    Breaker breaker();

    /** When a service counts as down, so that callers are answered at once instead of waiting for it. */
    interface Breaker {

        /** How many of the latest requests are looked at. */
        @WithDefault("10")
        int requests();

        /** Which share of them must have found no connection or no answer in time. */
        @WithDefault("0.5")
        double failureRatio();

        /** How long the service is left alone before one request tries it again. */
        @WithDefault("2s")
        Duration rest();
    }
}
