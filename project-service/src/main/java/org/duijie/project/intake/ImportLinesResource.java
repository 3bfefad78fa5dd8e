package org.duijie.project.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.chassis.text.Language;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What became of each line of a file, by the page or all at once. */
@Path(ImportResource.PATH + "/{id}/lines")
@Tag(name = "need-imports", description = "Needs by the file")
@RunOnVirtualThread
public class ImportLinesResource {

    private final ImportRepository imports;
    private final ImportAccess access;
    private final ObjectMapper json;

    @Inject
    ImportLinesResource(ImportRepository imports, ImportAccess access, ObjectMapper json) {
        this.imports = imports;
        this.access = access;
        this.json = json;
    }

    @GET
    @Produces("application/json;qs=1")
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.OWNER)
    @Operation(operationId = "listNeedImportLines", summary = "See what became of each line", description = """
                    In the order of the file; lines that are not taken yet are not there. With \
                    Accept: application/x-ndjson all of them come at once, one report a line, and cursor and limit are \
                    not looked at.""")
    @APIResponse(responseCode = "200", description = "One page of reports, or all of them as NDJSON")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "need-import-not-found: there is none, or it is not yours")
    public Page<LineResponse> list(
            @RestPath UUID id,
            @RestQuery LineReport.@Nullable Outcome outcome,
            @BeanParam PageRequest page,
            @RestHeader("Accept-Language") @Nullable String acceptLanguage) {
        access.get(id);
        Locale language = Language.of(acceptLanguage);
        int after = page.after().map(ImportLinesResource::line).orElse(0);
        List<LineReport> found = new ArrayList<>();
        while (found.size() < page.fetchSize()) {
            List<LineReport> more = imports.reports(id, after, outcome, 1);
            if (more.isEmpty()) {
                break;
            }
            int from = after;
            more.stream()
                    .filter(report -> report.line() > from && isOf(report, outcome))
                    .limit(page.fetchSize() - found.size())
                    .forEach(found::add);
            after = more.getLast().line();
        }
        return Page.of(found, page, LineReport::line, report -> LineResponse.of(report, language));
    }

    @GET
    @Produces(ImportResource.NDJSON + ";qs=0.5")
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.OWNER)
    @Operation(operationId = "exportNeedImportLines", hidden = true)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = ImportResource.NDJSON, schema = @Schema(implementation = LineResponse.class)))
    public StreamingOutput export(
            @RestPath UUID id,
            @RestQuery LineReport.@Nullable Outcome outcome,
            @RestHeader("Accept-Language") @Nullable String acceptLanguage) {
        access.get(id);
        Locale language = Language.of(acceptLanguage);
        return out -> write(id, outcome, language, out);
    }

    private void write(UUID id, LineReport.@Nullable Outcome outcome, Locale language, OutputStream out)
            throws IOException {
        int after = 0;
        for (List<LineReport> reports = imports.reports(id, after, outcome, 1);
                !reports.isEmpty();
                reports = imports.reports(id, after, outcome, 1)) {
            for (LineReport report : reports) {
                if (isOf(report, outcome)) {
                    out.write(json.writeValueAsBytes(LineResponse.of(report, language)));
                    out.write('\n');
                }
            }
            after = reports.getLast().line();
        }
    }

    private static boolean isOf(LineReport report, LineReport.@Nullable Outcome outcome) {
        return outcome == null || report.outcome() == outcome;
    }

    private static int line(String cursor) {
        return Optional.of(cursor)
                .filter(key -> key.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElseThrow(() -> RequestProblem.INVALID.at(
                        "?cursor", "游标无效，请从第一页重新开始。", "The cursor is not valid; start again from the first page."));
    }
}
