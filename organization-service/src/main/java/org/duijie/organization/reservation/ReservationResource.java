package org.duijie.organization.reservation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.query.QueryValue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reservations over HTTP; they are made and ended by what happens to proposals. */
@Path("/reservations")
@Tag(name = "reservations", description = "资源预留 · For whom offers hold or promise what")
@RunOnVirtualThread
public class ReservationResource {

    private final ReservationRepository reservations;
    private final ReservationAccess access;

    @Inject
    ReservationResource(ReservationRepository reservations, ReservationAccess access) {
        this.reservations = reservations;
        this.access = access;
    }

    @GET
    @Access(roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR})
    @Operation(
            operationId = "listReservations",
            summary = "List what your offers hold and promise, in the order in which it was proposed",
            description = "The leading group and the supervisor see all.")
    @APIResponse(responseCode = "200", description = "One page of them")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<ReservationResponse> list(
            @Parameter(description = "Id of the offer", schema = @Schema(implementation = UUID.class))
                    @QueryParam("offer")
                    @Nullable
                    String offer,
            @Parameter(schema = @Schema(implementation = ReservationStatus.class)) @QueryParam("status") @Nullable
                    String status,
            @BeanParam PageRequest page) {
        var filter = new ReservationRepository.Filter(
                new QueryValue("offer", offer).asId(),
                new QueryValue("status", status).asChoice(ReservationStatus.class));
        return Page.of(reservations.page(filter, access.sight(), page), page, Reservation::id, ReservationResponse::of);
    }

    @GET
    @Path("/{id}")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Operation(operationId = "getReservation", summary = "Get what is held or promised for one proposal")
    @APIResponse(responseCode = "200", description = "The reservation")
    @APIResponse(responseCode = "404", description = "reservation-not-found: there is none, or none that you may see")
    public ReservationResponse get(@PathParam("id") UUID id) {
        Reservation reservation = reservations.findByIdOptional(id).orElseThrow(ReservationProblem.NOT_FOUND::problem);
        access.requireSeeing(reservation);
        return ReservationResponse.of(reservation);
    }
}
