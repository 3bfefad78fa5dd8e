package org.duijie.matching.proposal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.query.QueryValue;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.Replica;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The league table of county bureaus by how soon they answer proposals, for those who steer and for the offices. */
@Path("/response-times")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "proposals", description = "对接意向 · From a match to an agreement")
public class ResponseTimeResource {

    private final ResponseTimes times;
    private final Facts facts;

    @Inject
    ResponseTimeResource(ResponseTimes times, Replica replica) {
        this.times = times;
        this.facts = replica.facts();
    }

    @GET
    @Access(roles = {Role.COUNTY_BUREAU, Role.SUPERIOR_OFFICE, Role.LEADING_GROUP, Role.SUPERVISOR})
    @Operation(
            operationId = "listResponseTimes",
            summary = "答复用时排行 · Rank county bureaus by how soon they answer proposals",
            description =
                    "The quickest first, by the median over the last days; those that never answered come last. Whoever is"
                            + " silent shows in waiting, reminders and escalations.")
    @APIResponse(responseCode = "200", description = "The table")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public ResponseTimesResponse list(
            @Parameter(
                            description = "Bureaus of this division only (GB/T 2260)",
                            example = "130700",
                            schema = @Schema(implementation = String.class, pattern = "^[1-8][1-9]\\d{4}$"))
                    @QueryParam("division")
                    @Nullable
                    String division,
            @Parameter(description = "Over how many days, back from now")
                    @QueryParam("days")
                    @DefaultValue("365")
                    @Min(value = 1, message = "{proposal.days}")
                    @Max(value = 3650, message = "{proposal.days}")
                    int days,
            @Parameter(description = "How many at the most")
                    @QueryParam("limit")
                    @DefaultValue("200")
                    @Min(value = 1, message = "{matching.limit.200}")
                    @Max(value = 200, message = "{matching.limit.200}")
                    int limit) {
        List<ResponseTimes.Line> lines = times.table(
                Side.COUNTY,
                Duration.ofDays(days),
                new QueryValue("division", division).asDivisionCode().map(code -> code.replaceFirst("(00)+$", "")),
                limit);
        return new ResponseTimesResponse(IntStream.range(0, lines.size())
                .mapToObj(i -> ResponseTimesResponse.Item.of(
                        i + 1, lines.get(i), facts.division(lines.get(i).code())))
                .toList());
    }
}
