package org.duijie.chassis.idempotency;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Gives the answer of the first time again, and says that it is that one. */
public class ReplayAnswers {

    static final String HEADER = "Idempotent-Replayed";

    @ServerExceptionMapper
    Response toResponse(ReplayException replay) {
        StoredAnswer answer = replay.answer();
        Response.ResponseBuilder response = Response.status(answer.status()).header(HEADER, "true");
        answer.headers().forEach(response::header);
        if (answer.body().length > 0) {
            response.entity(answer.body());
        }
        return response.build();
    }
}
