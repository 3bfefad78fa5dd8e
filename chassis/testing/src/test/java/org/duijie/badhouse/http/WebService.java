package org.duijie.badhouse.http;

import jakarta.ws.rs.core.Response;

/** Breaks "http": a service that answers HTTP itself. */
public class WebService {
    public Response answer() {
        return Response.ok().build();
    }
}
