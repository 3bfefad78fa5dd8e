package org.duijie.project.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.duijie.chassis.idempotency.Idempotency;
import org.duijie.chassis.idempotency.Idempotent;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.project.need.NeedAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Files of needs over HTTP: handed in at once, taken afterwards. */
@Path(ImportResource.PATH)
@Tag(name = "need-imports", description = "Needs by the file")
@RunOnVirtualThread
public class ImportResource {

    static final String PATH = "/need-imports";
    static final String NDJSON = "application/x-ndjson";

    /** Seconds after which it is worth asking again. */
    private static final int SOON = 1;

    private final ImportService service;
    private final ImportRepository imports;
    private final ImportAccess access;
    private final ImportWorker worker;
    private final NeedAccess needs;
    private final Idempotency idempotency;

    @Inject
    ImportResource(
            ImportService service,
            ImportRepository imports,
            ImportAccess access,
            ImportWorker worker,
            NeedAccess needs,
            Idempotency idempotency) {
        this.service = service;
        this.imports = imports;
        this.access = access;
        this.worker = worker;
        this.needs = needs;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(NDJSON)
    @Idempotent(ownTransaction = true)
    @Access(roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP})
    @Operation(operationId = "importNeeds", summary = "Hand in a file of needs", description = """
                    NDJSON in UTF-8: on each line one need under your own reference, as \
                    PUT /needs/references/{reference} takes it. At most 200,000 lines and 256 MB, a line at most 64 KB. \
                    The file is stored and answered at once; its lines are taken in order afterwards, each by itself: a \
                    line with a fault is reported and spoils no other. What was sent before and is the same is UNCHANGED, \
                    so a file may be sent again at any time. A reference that stands on two lines of a file is taken from \
                    the first. Your rights and delegations are those of the moment in which the file is handed in.""")
    @APIResponse(
            responseCode = "202",
            description = "Stored; Location is where to ask how far it has been taken",
            headers = {
                @Header(name = "Location", description = "The import", schema = @Schema(implementation = String.class)),
                @Header(
                        name = "Retry-After",
                        description = "Seconds after which to ask",
                        schema = @Schema(implementation = Integer.class))
            },
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportResponse.class)))
    @APIResponse(responseCode = "413", description = "request-too-large, need-import-too-many-lines")
    @APIResponse(responseCode = "415", description = "request-unsupported-media-type: send application/x-ndjson")
    @APIResponse(responseCode = "422", description = "need-import-empty")
    public RestResponse<ImportResponse> create(
            @RequestBody(
                            description = "One need a line",
                            required = true,
                            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ImportLine.class)))
                    InputStream body)
            throws IOException {
        var writer = needs.writer();
        try (Upload upload = Upload.receive(body)) {
            RestResponse<ImportResponse> answer = QuarkusTransaction.requiringNew()
                    .call(() -> idempotency.once(
                            upload.sha256(), () -> accepted(ImportResponse.of(service.store(writer, upload)))));
            worker.wake();
            return answer;
        }
    }

    private static RestResponse<ImportResponse> accepted(ImportResponse job) {
        return RestResponse.ResponseBuilder.<ImportResponse>create(RestResponse.Status.ACCEPTED)
                .location(URI.create(PATH + "/" + job.id()))
                .header("Retry-After", SOON)
                .entity(job)
                .build();
    }

    @GET
    @Access(roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR})
    @Operation(
            operationId = "listNeedImports",
            summary = "List your imports, newest first",
            description = "Whoever reads everything sees everybody's. An import is kept for 30 days after its end.")
    @APIResponse(responseCode = "200", description = "One page of them")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<ImportResponse> list(@BeanParam PageRequest page) {
        var jobs = imports.newestFirst(access.owner(), page.afterId(), page.fetchSize());
        return Page.of(jobs, page, ImportJob::id, ImportResponse::of);
    }

    @GET
    @Path("/{id}")
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.OWNER)
    @Operation(operationId = "getNeedImport", summary = "See how far an import has been taken")
    @APIResponse(
            responseCode = "200",
            description = "The import; with Retry-After until it is over",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = "Seconds after which to ask again; absent when it is over",
                            schema = @Schema(implementation = Integer.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportResponse.class)))
    @APIResponse(responseCode = "404", description = "need-import-not-found: there is none, or it is not yours")
    public RestResponse<ImportResponse> get(@RestPath UUID id) {
        ImportJob job = access.get(id);
        var answer = RestResponse.ResponseBuilder.<ImportResponse>ok(ImportResponse.of(job));
        return (job.status().over() ? answer : answer.header("Retry-After", SOON)).build();
    }
}
