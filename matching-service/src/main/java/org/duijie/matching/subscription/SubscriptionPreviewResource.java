package org.duijie.matching.subscription;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a subscription would bring, while it is being written. */
@Path("/subscriptions/preview")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "subscriptions")
public class SubscriptionPreviewResource {

    private static final UUID NOBODYS = new UUID(0, 0);

    private final Previews previews;
    private final SubscriptionAccess access;
    private final CurrentUser user;

    @Inject
    SubscriptionPreviewResource(Previews previews, SubscriptionAccess access, CurrentUser user) {
        this.previews = previews;
        this.access = access;
        this.user = user;
    }

    @POST
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION,
            foreign = 403)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "previewSubscription",
            summary = "预览订阅 · What a subscription would match now, and how much it would tell",
            description = "The body is that with which one subscribes. Nothing is stored, so it needs no key.")
    @APIResponse(responseCode = "200", description = "What matches now, how much a week, and why nothing ever can")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    @APIResponse(responseCode = "503", description = "Too busy at the moment: request-unavailable")
    public SubscriptionPreviewResponse preview(
            @NotNull(message = "{matching.required}") @Valid SubscriptionRequest request) {
        access.requireActingFor(request.organization());
        request.requireMatches();
        return previews.of(request.wish(NOBODYS), user.id());
    }
}
