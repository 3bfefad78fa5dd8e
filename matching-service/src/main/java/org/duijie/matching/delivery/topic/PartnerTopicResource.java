package org.duijie.matching.delivery.topic;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.duijie.chassis.answer.Created;
import org.duijie.chassis.idempotency.Idempotent;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.matching.delivery.endpoint.ReplayRequest;
import org.duijie.matching.delivery.endpoint.ReplayResponse;
import org.duijie.matching.subscription.OwnedAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/partner-topics")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "partner-topics",
        description = "合作方主题 · Streams on a topic of the broker, for partners inside the trust boundary")
public class PartnerTopicResource {

    private final PartnerTopicService service;
    private final PartnerTopicRepository topics;
    private final TopicClaims claims;
    private final OwnedAccess access;
    private final CurrentUser user;

    @Inject
    PartnerTopicResource(
            PartnerTopicService service,
            PartnerTopicRepository topics,
            TopicClaims claims,
            OwnedAccess access,
            CurrentUser user) {
        this.service = service;
        this.topics = topics;
        this.claims = claims;
        this.access = access;
        this.user = user;
    }

    @POST
    @Access(roles = Role.LEADING_GROUP)
    @Idempotent(ownTransaction = true)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "grantPartnerTopic",
            summary = "开通合作方主题 · Have an organization's streams written to a topic",
            description =
                    "Every event that the subscriptions are told from now on is written to duijie.deliveries.<name> in order,"
                            + " as CloudEvents in binary mode: the key is the subscription, the id is that of webhooks, and"
                            + " ce_sequence is the number. Who may read the topic is for the broker's own rights to say.")
    @APIResponse(responseCode = "201", description = "Granted")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    @APIResponse(responseCode = "409", description = "partner-topic-name-taken, partner-topic-too-many")
    public RestResponse<PartnerTopicResponse> grant(
            @NotNull(message = "{matching.required}") @Valid PartnerTopicRequest request) {
        return service.grant(
                request, user.id(), made -> Created.at("/partner-topics/" + made.id(), PartnerTopicResponse.of(made)));
    }

    @GET
    @Access(roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR})
    @Operation(
            operationId = "listPartnerTopics",
            summary = "本组织的主题 · List one's own topics",
            description = "The leading group and the supervisor see all.")
    @APIResponse(responseCode = "200", description = "In the order of granting")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<PartnerTopicResponse> list(@BeanParam PageRequest page) {
        return access.page(topics, page, PartnerTopicResponse::of);
    }

    @GET
    @Path("/{id}")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Operation(operationId = "getPartnerTopic", summary = "查看主题 · Read a partner topic")
    @APIResponse(responseCode = "200", description = "The topic, and what is in its way if something is")
    @APIResponse(responseCode = "404", description = "partner-topic-not-found")
    public PartnerTopicResponse get(@PathParam("id") UUID id) {
        return PartnerTopicResponse.of(readable(id));
    }

    @GET
    @Path("/{id}/health")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Operation(
            operationId = "getPartnerTopicHealth",
            summary = "主题状况 · See how far a topic has got",
            description = "What waits and since when, stream by stream.")
    @APIResponse(responseCode = "200", description = "At this moment")
    @APIResponse(responseCode = "404", description = "partner-topic-not-found")
    public TopicHealthResponse health(@PathParam("id") UUID id) {
        return claims.health(readable(id).id());
    }

    @POST
    @Path("/{id}/replay")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayPartnerTopic",
            summary = "从某处起重新写入 · Write again from a number or a time on",
            description = "In order, under the same ids, and then on as before.")
    @APIResponse(responseCode = "200", description = "What is being written again")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    @APIResponse(responseCode = "404", description = "partner-topic-not-found")
    @APIResponse(responseCode = "422", description = "partner-topic-nothing-to-send")
    public ReplayResponse replay(
            @PathParam("id") UUID id, @NotNull(message = "{matching.required}") @Valid ReplayRequest request) {
        PartnerTopic topic = access.own(topics, id, PartnerTopicProblem.NOT_FOUND);
        return service.replay(topic.id(), request.subscription(), request.from(), request.fromTime());
    }

    @DELETE
    @Path("/{id}")
    @Access(roles = Role.LEADING_GROUP)
    @Operation(
            operationId = "revokePartnerTopic",
            summary = "收回合作方主题 · Write nothing more to a topic",
            description = "What the broker has of it stays there for as long as the broker keeps it.")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "partner-topic-not-found")
    public void revoke(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        service.revoke(id, ifMatch);
    }

    private PartnerTopic readable(UUID id) {
        return access.readable(topics, id, PartnerTopicProblem.NOT_FOUND);
    }
}
