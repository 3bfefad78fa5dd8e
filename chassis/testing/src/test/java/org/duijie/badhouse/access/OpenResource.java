package org.duijie.badhouse.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;

/** Breaks "access": says nothing of who may ask. */
@RunOnVirtualThread
public class OpenResource {
    @GET
    public String forWhom() {
        return "";
    }
}
