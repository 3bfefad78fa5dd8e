package org.duijie.badhouse.route;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;

/** Breaks "route": Quarkus makes no route of a method that is not public. */
@RunOnVirtualThread
public class SilentResource {
    @GET
    String nobodyHearsMe() {
        return "";
    }
}
