package org.duijie.gateway.limit;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.duijie.gateway.service.Service;

/** Requests that are counted together. Its word is the policy's name in the headers and in the configuration. */
public enum RateClass {
    /** Without a token, by address. */
    PUBLIC("无令牌者，按地址 without a token, by address"),
    /** With a token, by its subject. */
    DEFAULT("有令牌者，按账号 with a token, by its subject"),
    /** Files of many needs: each is the work of thousands of requests. */
    IMPORT("批量文件，按账号 files to /" + Service.FILES + ", by subject");

    private static final String FILES = "/" + Service.FILES;

    private final String whose;

    RateClass(String whose) {
        this.whose = whose;
    }

    /** The class that a request belongs to; by the path as the router understands it. */
    public static RateClass of(RoutingContext context) {
        if (!Caller.of(context).signedIn()) {
            return PUBLIC;
        }
        boolean sendsFile = context.request().method().equals(HttpMethod.POST)
                && context.normalizedPath().startsWith(FILES);
        return sendsFile ? IMPORT : DEFAULT;
    }

    /** Whose requests it counts, in words. */
    String whose() {
        return whose;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
