package org.duijie.matching.subscription;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.problem.RequestProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/subscriptions/{id}/events")
@RunOnVirtualThread
@Tag(name = "subscriptions")
public class MatchEventResource {

    private static final long RECONNECT_MILLIS = 1_000;
    private static final int MAX_LIMIT = 200;

    private final SubscriptionService service;
    private final SubscriptionAccess access;
    private final MatchBell bell;
    private final StreamFigures figures;
    private final InstantSource clock;
    private final ExecutorService threads;

    @Inject
    MatchEventResource(
            SubscriptionService service,
            SubscriptionAccess access,
            MatchBell bell,
            StreamFigures figures,
            InstantSource clock,
            @VirtualThreads ExecutorService threads) {
        this.service = service;
        this.access = access;
        this.bell = bell;
        this.figures = figures;
        this.clock = clock;
        this.threads = threads;
    }

    @GET
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listMatchEvents",
            summary = "匹配事件 · Read the stream of a subscription",
            description =
                    "Events are numbered from 1 without a gap and stay readable: ask for those after the last number "
                            + "you have dealt with. With Accept: text/event-stream the same path sends them as they happen "
                            + "(id: number, event: type, data: the event), with a comment every 15 s while nothing does; "
                            + "it ends with the caller's token, and Last-Event-ID resumes.")
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
                    @Max(value = MAX_LIMIT, message = "{matching.limit.200}")
                    int limit) {
        Subscription subscription = access.readable(id);
        List<MatchEventResponse> items = service.eventsAfter(id, after, limit).stream()
                .map(MatchEventResponse::of)
                .toList();
        long newest = items.isEmpty() ? 0 : items.getLast().number();
        return new MatchEventsResponse(items, Math.max(subscription.lastNumber(), newest));
    }

    @GET
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> stream(
            @PathParam("id") UUID id,
            @QueryParam("after") @DefaultValue("0") @Min(value = 0, message = "{matching.not-negative}") long after,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context Sse sse) {
        access.readable(id);
        Instant end = access.end();
        // A browser that reconnects repeats the address with the old `after`, so the header is the newer word.
        long from = lastEventId == null || lastEventId.isBlank() ? after : number(lastEventId);
        OutboundSseEvent opening = sse.newEventBuilder()
                .comment("open")
                .reconnectDelay(RECONNECT_MILLIS)
                .build();
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(opening),
                        Multi.createFrom().deferred(() -> follow(id, from, end, sse)));
    }

    /** Reads on only as fast as the reader takes; each step waits on a virtual thread of its own. */
    private Multi<OutboundSseEvent> follow(UUID id, long from, Instant end, Sse sse) {
        MatchFollower follower = new MatchFollower(id, from, service, bell.join(id), clock, end);
        figures.joined(follower);
        Uni<MatchFollower.Step> step = Uni.createFrom().item(follower::next).runSubscriptionOn(threads);
        return Multi.createBy()
                .repeating()
                .uni(() -> step)
                .until(MatchFollower.Step::last)
                .onItem()
                .invoke(next -> figures.sent(next.events().size()))
                .onItem()
                .transformToMultiAndConcatenate(next -> Multi.createFrom().items(messages(next.events(), sse).stream()))
                .onTermination()
                .invoke(() -> {
                    follower.stop();
                    figures.left(follower);
                    bell.leave(id);
                });
    }

    private static List<OutboundSseEvent> messages(List<MatchEvent> events, Sse sse) {
        return events.isEmpty()
                ? List.of(sse.newEventBuilder().comment("heartbeat").build())
                : events.stream().map(event -> message(event, sse)).toList();
    }

    private static OutboundSseEvent message(MatchEvent event, Sse sse) {
        return sse.newEventBuilder()
                .id(Long.toString(event.number()))
                .name(event.type().name())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(MatchEventResponse.class, MatchEventResponse.of(event))
                .build();
    }

    private static long number(String lastEventId) {
        if (lastEventId.matches("\\d{1,18}")) {
            return Long.parseLong(lastEventId);
        }
        throw RequestProblem.INVALID.because("Last-Event-ID 须为事件编号。", "Last-Event-ID is the number of an event.");
    }
}
