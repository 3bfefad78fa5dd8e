package org.duijie.matching.subscription;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.duijie.chassis.problem.RequestProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/subscriptions/{id}/events")
@RunOnVirtualThread
@Tag(name = "subscriptions")
public class MatchEventResource {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final long RECONNECT_MILLIS = 1_000;
    private static final int BATCH = 200;

    private final SubscriptionService service;
    private final SubscriptionAccess access;
    private final MatchBell bell;

    @Inject
    MatchEventResource(SubscriptionService service, SubscriptionAccess access, MatchBell bell) {
        this.service = service;
        this.access = access;
        this.bell = bell;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listMatchEvents",
            summary = "匹配事件 · Read the stream of a subscription",
            description =
                    "Events are numbered from 1 without a gap and stay readable: ask for those after the last number "
                            + "you have dealt with. With Accept: text/event-stream the same path sends them as they happen "
                            + "(id: number, event: type, data: the event), with a comment every 15 s while nothing does; "
                            + "Last-Event-ID resumes.")
    @SecurityRequirement(name = "SecurityScheme")
    @Parameter(
            name = "Last-Event-ID",
            in = ParameterIn.HEADER,
            description =
                    "The last number dealt with, sent by browsers when they reconnect to the stream; goes before `after`",
            example = "41",
            schema = @Schema(implementation = String.class, pattern = "\\d{1,18}"))
    @APIResponse(
            responseCode = "200",
            description = "The events after that number, in order",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MatchEventsResponse.class)),
                @Content(
                        mediaType = MediaType.SERVER_SENT_EVENTS,
                        schema = @Schema(implementation = MatchEventResponse.class))
            })
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "401", description = "access-unauthenticated")
    @APIResponse(responseCode = "403", description = "access-forbidden")
    @APIResponse(responseCode = "404", description = "subscription-not-found")
    public MatchEventsResponse list(
            @PathParam("id") UUID id,
            @Parameter(description = "The last number dealt with", example = "0")
                    @QueryParam("after")
                    @DefaultValue("0")
                    @Min(value = 0, message = "{matching.not-negative}")
                    long after,
            @Parameter(description = "How many at the most")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(value = 1, message = "{matching.limit.200}")
                    @Max(value = BATCH, message = "{matching.limit.200}")
                    int limit) {
        Subscription subscription = access.readable(id);
        List<MatchEventResponse> items = service.eventsAfter(id, after, limit).stream()
                .map(MatchEventResponse::of)
                .toList();
        long newest = items.isEmpty() ? 0 : items.getLast().number();
        return new MatchEventsResponse(items, Math.max(subscription.lastNumber(), newest));
    }

    /** Holds the caller's virtual thread for as long as the stream lasts. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public void stream(
            @PathParam("id") UUID id,
            @QueryParam("after") @DefaultValue("0") @Min(value = 0, message = "{matching.not-negative}") long after,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context SseEventSink sink,
            @Context Sse sse)
            throws InterruptedException {
        access.readable(id);
        // A browser that reconnects repeats the address with the old `after`, so the header is the newer word.
        long from = lastEventId == null || lastEventId.isBlank() ? after : number(lastEventId);
        MatchBell.Stream bells = bell.join(id);
        try (sink) {
            follow(id, from, bells, sink, sse);
        } catch (CompletionException disconnected) {
            // The reader went away in the middle of an event; it resumes where it stopped.
            return;
        } finally {
            bell.leave(id);
        }
    }

    private void follow(UUID id, long from, MatchBell.Stream bells, SseEventSink sink, Sse sse)
            throws InterruptedException {
        send(
                sink,
                sse.newEventBuilder()
                        .comment("open")
                        .reconnectDelay(RECONNECT_MILLIS)
                        .build());
        long last = from;
        boolean open = true;
        while (open && !sink.isClosed() && !bell.stopping()) {
            List<MatchEvent> events = service.eventsAfter(id, last, BATCH);
            for (MatchEvent event : events) {
                send(sink, event(event, sse));
                last = event.number();
            }
            if (events.isEmpty()) {
                long before = System.nanoTime();
                open = bells.await(last, HEARTBEAT);
                if (System.nanoTime() - before >= HEARTBEAT.toNanos()) {
                    send(sink, sse.newEventBuilder().comment("heartbeat").build());
                }
            }
        }
    }

    private static OutboundSseEvent event(MatchEvent event, Sse sse) {
        return sse.newEventBuilder()
                .id(Long.toString(event.number()))
                .name(event.type().name())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(MatchEventResponse.class, MatchEventResponse.of(event))
                .build();
    }

    /** Waits until it is written: a slow reader slows only its own stream. */
    private static void send(SseEventSink sink, OutboundSseEvent event) {
        sink.send(event).toCompletableFuture().join();
    }

    private static long number(String lastEventId) {
        if (lastEventId.matches("\\d{1,18}")) {
            return Long.parseLong(lastEventId);
        }
        throw RequestProblem.INVALID.because("Last-Event-ID 须为事件编号。", "Last-Event-ID is the number of an event.");
    }
}
