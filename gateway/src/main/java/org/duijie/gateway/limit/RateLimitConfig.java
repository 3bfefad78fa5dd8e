package org.duijie.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** How many requests a client may send. The numbers are in {@code application.properties}, and in every answer. */
@ConfigMapping(prefix = "duijie.gateway.limits")
interface RateLimitConfig {

    /** How many clients are remembered; the one not heard of for longest is forgotten first, and begins anew. */
    @WithDefault("100000")
    int clients();

    Map<RateClass, Policy> classes();

    /** So many requests in so long a time; what was used comes back evenly over that time. */
    interface Policy {

        long requests();

        Duration window();
    }
}
