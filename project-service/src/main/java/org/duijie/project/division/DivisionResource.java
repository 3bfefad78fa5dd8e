package org.duijie.project.division;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The code list over HTTP, for everybody. */
@Path("/divisions")
@Tag(name = "divisions", description = "行政区划: codes, names and their validity")
@RunOnVirtualThread
public class DivisionResource {

    private static final String CODE = "^[1-9]\\d{5}$";

    private final DivisionRepository divisions;

    @Inject
    DivisionResource(DivisionRepository divisions) {
        this.divisions = divisions;
    }

    @GET
    @Access(open = true)
    @Operation(
            operationId = "listDivisions",
            summary = "Look divisions up by what lies above them or by name",
            description =
                    "A name may be borne by several divisions, and by some only formerly: all of them are listed.")
    @APIResponse(responseCode = "200", description = "One page of them")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<DivisionResponse> list(
            @RestQuery
                    @Pattern(regexp = CODE, message = "{division.code}")
                    @Parameter(description = "Code of the division above", example = "130700")
                    @Nullable
                    String parent,
            @RestQuery
                    @Size(max = 50)
                    @Parameter(description = "Present or former name, exactly", example = "桥西区")
                    @Nullable
                    String name,
            @BeanParam PageRequest page) {
        String exactName = name == null ? null : name.strip();
        var rows = divisions.list(parent, exactName, page.after().orElse(""), page.fetchSize());
        return Page.of(rows, page, Division::code, DivisionResponse::of);
    }

    @GET
    @Path("/{code}")
    @Access(open = true)
    @Operation(operationId = "getDivision", summary = "Read a division, present or abolished")
    @APIResponse(responseCode = "200", description = "The division")
    @APIResponse(responseCode = "404", description = "division-not-found")
    public DivisionResponse get(@RestPath @Parameter(description = "GB/T 2260 code", example = "130722") String code) {
        return divisions
                .findByIdOptional(code)
                .map(DivisionResponse::of)
                .orElseThrow(DivisionProblem.NOT_FOUND::problem);
    }
}
