package org.duijie.chassis.event;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets operators see what this service could not read, and have it read again once the reason is mended. */
@Path("/dead-letters")
@Tag(name = "dead-letters", description = "Events that could not be read")
@RunOnVirtualThread
public class DeadLetterResource {

    private final DeadLetters deadLetters;

    @Inject
    public DeadLetterResource(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /**
     * A dead letter as operators see it.
     *
     * @param data the record's value as text
     * @param cause why it could not be read
     */
    @Schema(name = "DeadLetterResponse")
    public record DeadLetterResponse(
            UUID id,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            Map<String, String> headers,
            String data,
            String cause,
            Instant receivedAt,
            @Nullable Instant replayedAt) {

        static DeadLetterResponse of(DeadLetter letter) {
            return new DeadLetterResponse(
                    letter.id,
                    letter.topic,
                    letter.partition,
                    letter.offset,
                    letter.key,
                    letter.headers,
                    letter.data == null ? "" : new String(letter.data, StandardCharsets.UTF_8),
                    letter.cause,
                    letter.receivedAt,
                    letter.replayedAt);
        }
    }

    @GET
    @Access(roles = {Role.LEADING_GROUP, Role.SUPERVISOR})
    @Operation(operationId = "listDeadLetters", summary = "List the events that this service could not read")
    public Page<DeadLetterResponse> list(@BeanParam PageRequest page) {
        var letters = deadLetters.list(page.afterId(), page.fetchSize());
        return Page.of(letters, page, letter -> letter.id, DeadLetterResponse::of);
    }

    @POST
    @Path("/{id}/replays")
    @Access(roles = Role.LEADING_GROUP)
    @Operation(operationId = "replayDeadLetter", summary = "Send an event to its topic again, under its own id")
    public DeadLetterResponse replay(@PathParam("id") UUID id) {
        return DeadLetterResponse.of(deadLetters.replay(id));
    }
}
