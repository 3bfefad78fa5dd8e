package org.duijie.matching.delivery.sending;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.chassis.query.QueryValue;
import org.duijie.matching.delivery.endpoint.WebhookAccess;
import org.duijie.matching.subscription.OwnedAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/webhook-endpoints")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "webhooks")
public class WebhookDeliveryResource {

    private final DeliveryLog log;
    private final Trial trial;
    private final NoticeRepository notices;
    private final WebhookAccess access;
    private final OwnedAccess owned;

    @Inject
    WebhookDeliveryResource(
            DeliveryLog log, Trial trial, NoticeRepository notices, WebhookAccess access, OwnedAccess owned) {
        this.log = log;
        this.trial = trial;
        this.notices = notices;
        this.access = access;
        this.owned = owned;
    }

    @POST
    @Path("/{id}/test")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION)
    @Operation(
            operationId = "testWebhookEndpoint",
            summary = "发送测试消息 · Send a test message",
            description =
                    "A message of type endpoint.test, signed as any other. The answer tells what the receiver said.")
    @APIResponse(responseCode = "200", description = "What came of it, be it good or bad")
    @APIResponse(responseCode = "404", description = "webhook-not-found")
    public AttemptResponse test(@PathParam("id") UUID id) {
        access.requireOwn(id);
        return trial.of(id);
    }

    @GET
    @Path("/{id}/health")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Operation(
            operationId = "getWebhookHealth",
            summary = "端点状况 · See how an endpoint fares",
            description = "What waits and since when, stream by stream, and what holds it up.")
    @APIResponse(responseCode = "200", description = "At this moment")
    @APIResponse(responseCode = "404", description = "webhook-not-found")
    public HealthResponse health(@PathParam("id") UUID id) {
        access.requireReadable(id);
        return log.health(id);
    }

    @GET
    @Path("/{id}/attempts")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Operation(
            operationId = "listWebhookAttempts",
            summary = "投递记录 · List the attempts",
            description = "Of the last thirty days, the newest first.")
    @APIResponse(responseCode = "200", description = "Each with what the receiver said")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "webhook-not-found")
    public Page<AttemptResponse> attempts(
            @PathParam("id") UUID id,
            @Parameter(description = "Only those of this subscription", schema = @Schema(implementation = UUID.class))
                    @QueryParam("subscription")
                    @Nullable
                    String subscription,
            @Parameter(
                            description = "Only those of the event with this number",
                            schema = @Schema(implementation = Long.class, minimum = "1"))
                    @QueryParam("number")
                    @Nullable
                    String number,
            @BeanParam PageRequest page) {
        access.requireReadable(id);
        List<AttemptResponse> found = log.attempts(
                id,
                new QueryValue("subscription", subscription).asId(),
                number(number),
                page.afterId(),
                page.fetchSize());
        return Page.of(found, page, AttemptResponse::id, attempt -> attempt);
    }

    @GET
    @Path("/notices")
    @Access(roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR})
    @Operation(
            operationId = "listWebhookNotices",
            summary = "端点通知 · List what you should know of your endpoints",
            description =
                    "That one was disabled, or a message given up. They are also sent to the organization's other endpoints.")
    @APIResponse(responseCode = "200", description = "In the order of happening")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<NoticeResponse> notices(@BeanParam PageRequest page) {
        return owned.page(notices, page, NoticeResponse::of);
    }

    private static Optional<Long> number(@Nullable String number) {
        if (number == null) {
            return Optional.empty();
        }
        if (!number.matches("[1-9]\\d{0,17}")) {
            throw RequestProblem.INVALID.at("?number", "须为正整数。", "A positive whole number is wanted.");
        }
        return Optional.of(Long.parseLong(number));
    }
}
