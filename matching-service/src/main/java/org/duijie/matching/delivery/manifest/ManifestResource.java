package org.duijie.matching.delivery.manifest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.matching.subscription.SubscriptionAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/subscriptions/{id}/manifests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "subscriptions")
public class ManifestResource {

    private final ManifestRepository manifests;
    private final SubscriptionAccess access;

    @Inject
    ManifestResource(ManifestRepository manifests, SubscriptionAccess access) {
        this.manifests = manifests;
        this.access = access;
    }

    @GET
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Operation(
            operationId = "listStreamManifests",
            summary = "每日清单 · Check that nothing was missed",
            description =
                    "What the stream was told on each day that is over, the newest first: count, numbers and a hash. Also"
                            + " sent to webhook endpoints, as stream.manifest.")
    @APIResponse(responseCode = "200", description = "One for each day")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "subscription-not-found")
    public Page<ManifestResponse> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        access.requireReadable(id);
        List<ManifestResponse> found = page.after()
                .map(ManifestResource::day)
                .map(day -> manifests.before(id, day, page.fetchSize()))
                .orElseGet(() -> manifests.newest(id, page.fetchSize()));
        return Page.of(found, page, ManifestResponse::day, manifest -> manifest);
    }

    private static LocalDate day(String key) {
        try {
            return LocalDate.parse(key);
        } catch (DateTimeParseException forged) {
            throw RequestProblem.INVALID.at("?cursor", "游标无效；请从第一页重新开始。", "The cursor is not valid; start again.");
        }
    }
}
