package org.duijie.badhouse.route;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import org.duijie.chassis.identity.Access;

/** Breaks "route": Quarkus makes no route of a method that is not public. */
@RunOnVirtualThread
public class SilentResource {
    @GET
    @Access
    String nobodyHearsMe() {
        return "";
    }
}
