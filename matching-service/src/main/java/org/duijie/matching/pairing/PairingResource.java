package org.duijie.matching.pairing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.replica.DivisionCode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/pairings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "pairings", description = "结对关系 · Ties between districts that help and counties that are helped")
public class PairingResource {

    private final PairingService pairings;
    private final BusinessDay day;

    @Inject
    public PairingResource(PairingService pairings, BusinessDay day) {
        this.pairings = pairings;
        this.day = day;
    }

    @GET
    @Access(open = true)
    @Operation(
            operationId = "listPairings",
            summary = "查询结对关系 · List pairings",
            description = "Public. The list is short and comes whole, ordered by county and district.")
    @APIResponse(responseCode = "200", description = "The pairings")
    @APIResponse(responseCode = "400", description = "The division is no GB/T 2260 code: request-invalid")
    public PairingsResponse list(
            @Parameter(description = "GB/T 2260 code of either side; covers everything under it", example = "130700")
                    @QueryParam("division")
                    @Pattern(regexp = "[1-9]\\d{5}", message = "{matching.division}")
                    @Nullable
                    String division) {
        LocalDate today = day.today();
        List<PairingResponse> items = pairings.current().all().stream()
                .filter(pairing -> division == null
                        || DivisionCode.covers(division, pairing.countyCode())
                        || DivisionCode.covers(division, pairing.districtCode()))
                .map(pairing -> PairingResponse.of(pairing, today))
                .toList();
        return new PairingsResponse(items);
    }
}
