package org.duijie.project.publisher;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.time.BusinessDay;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Publishers over HTTP. */
@Path("/publishers")
@Tag(name = "publishers", description = "Who hands needs in, and how far it is trusted")
@RunOnVirtualThread
public class PublisherResource {

    private static final String ID = "Code of the county, or client id of the platform";

    private final PublisherService service;
    private final PublisherRepository publishers;
    private final PublisherAccess access;
    private final BusinessDay day;

    @Inject
    PublisherResource(
            PublisherService service, PublisherRepository publishers, PublisherAccess access, BusinessDay day) {
        this.service = service;
        this.publishers = publishers;
        this.access = access;
        this.day = day;
    }

    @GET
    @Path("/{id: [A-Za-z0-9._-]{1,100}}")
    @Access(
            roles = {
                Role.COUNTY_BUREAU,
                Role.PARTNER_PLATFORM,
                Role.SUPERIOR_OFFICE,
                Role.LEADING_GROUP,
                Role.SUPERVISOR
            },
            tenant = Tenant.DIVISION)
    @Operation(
            operationId = "getPublisher",
            summary = "Read how far a publisher is trusted and what is left of its day",
            description = "One about which no office decided is REVIEWED and has the quota of the settings.")
    @APIResponse(responseCode = "200", description = "The publisher")
    @APIResponse(responseCode = "404", description = "publisher-not-found: there is none that you may see")
    public PublisherResponse get(@RestPath @Parameter(description = ID, example = "130722") String id) {
        access.requireReader(id);
        return PublisherResponse.of(publishers.get(id), publishers.used(id, day.today()));
    }

    @PUT
    @Path("/{id: [A-Za-z0-9._-]{1,100}}")
    @Access(
            roles = {Role.SUPERIOR_OFFICE, Role.LEADING_GROUP},
            tenant = Tenant.OVERSIGHT)
    @Operation(
            operationId = "decidePublisher",
            summary = "Decide how far a publisher is trusted",
            description =
                    "By an office above the county, about platforms by the leading group. What a TRUSTED publisher "
                            + "hands in is published at once: whoever gave that trust stands for it as a reviewer would.")
    @APIResponse(responseCode = "200", description = "The publisher as decided")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "404", description = "publisher-not-found: there is none that you may see")
    @APIResponse(responseCode = "409", description = "request-conflict")
    @APIResponse(responseCode = "422", description = "publisher-personal-data")
    public PublisherResponse decide(
            @RestPath @Parameter(description = ID, example = "130722") String id,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid PublisherRequest request) {
        return service.decide(id, ifMatch, request);
    }
}
