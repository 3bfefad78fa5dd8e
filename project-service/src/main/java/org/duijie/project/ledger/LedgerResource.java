package org.duijie.project.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.duijie.chassis.answer.Created;
import org.duijie.chassis.idempotency.Idempotent;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectAccess;
import org.duijie.project.project.ProjectRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Ledgers over HTTP. */
@Path("/projects/{id}")
@Tag(
        name = "ledgers",
        description = "What was pledged, received, disbursed and returned, in two books that have to agree")
@RunOnVirtualThread
public class LedgerResource {

    private final LedgerService service;
    private final LedgerStore store;
    private final ProjectRepository projects;
    private final ProjectAccess access;
    private final BusinessDay day;

    @Inject
    LedgerResource(
            LedgerService service,
            LedgerStore store,
            ProjectRepository projects,
            ProjectAccess access,
            BusinessDay day) {
        this.service = service;
        this.store = store;
        this.projects = projects;
        this.access = access;
        this.day = day;
    }

    @GET
    @Path("/ledger")
    @Access(
            roles = {
                Role.COUNTY_BUREAU,
                Role.ORGANIZATION,
                Role.PARTNER_PLATFORM,
                Role.SUPERIOR_OFFICE,
                Role.SUPERVISOR,
                Role.LEADING_GROUP
            },
            tenant = Tenant.PARTY)
    @Operation(
            operationId = "getLedger",
            summary = "Read what a project's ledger adds up to",
            description = "Each figure as both books have it: VERIFIED where they agree, DISPUTED where they differ, "
                    + "UNCONFIRMED where one side only has reported. Sums and the chain of hashes are worked out anew.")
    @APIResponse(responseCode = "200", description = "The figures")
    @APIResponse(responseCode = "404", description = "project-not-found")
    public LedgerResponse get(@RestPath UUID id) {
        Project project = projects.get(id);
        access.requireReader(project);
        Movements movements = store.movements(id);
        boolean balanced = store.balances(id) && movements.totals().equals(project.totals());
        return LedgerResponse.of(
                id, movements, store.standing(id, Book.COUNTY), balanced, store.verify(id), day.today());
    }

    @GET
    @Path("/entries")
    @Access(
            roles = {
                Role.COUNTY_BUREAU,
                Role.ORGANIZATION,
                Role.PARTNER_PLATFORM,
                Role.SUPERIOR_OFFICE,
                Role.SUPERVISOR,
                Role.LEADING_GROUP
            },
            tenant = Tenant.PARTY)
    @Operation(operationId = "listEntries", summary = "Read a project's ledger line by line, oldest first")
    @APIResponse(responseCode = "200", description = "One page of entries")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "project-not-found")
    public Page<EntryResponse> list(@RestPath UUID id, @BeanParam PageRequest page) {
        access.requireReader(projects.get(id));
        var rows = store.after(id, page.afterNumber(), page.fetchSize());
        return Page.of(rows, page, LedgerStore.Kept::number, EntryResponse::of);
    }

    @GET
    @Path("/entries/{number}")
    @Access(
            roles = {
                Role.COUNTY_BUREAU,
                Role.ORGANIZATION,
                Role.PARTNER_PLATFORM,
                Role.SUPERIOR_OFFICE,
                Role.SUPERVISOR,
                Role.LEADING_GROUP
            },
            tenant = Tenant.PARTY)
    @Operation(operationId = "getEntry", summary = "Read one line of a project's ledger")
    @APIResponse(responseCode = "200", description = "The entry")
    @APIResponse(responseCode = "404", description = "project-not-found, ledger-entry-not-found")
    public EntryResponse getEntry(
            @RestPath UUID id,
            @RestPath @Parameter(schema = @Schema(minimum = "1", maximum = "2147483647")) int number) {
        access.requireReader(projects.get(id));
        return store.find(id, number).map(EntryResponse::of).orElseThrow(LedgerProblem.ENTRY_NOT_FOUND::problem);
    }

    @POST
    @Path("/entries")
    @Idempotent
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.PARTY)
    @Operation(
            operationId = "reportEntry",
            summary = "Report what was pledged, has arrived, was spent or given back",
            description = "Each side writes into its own book. What both report alike under one transfer is verified.")
    @APIResponse(
            responseCode = "201",
            description = "The entry; Location is its address",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EntryResponse.class)))
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden: the book is not yours")
    @APIResponse(responseCode = "404", description = "project-not-found")
    @APIResponse(
            responseCode = "409",
            description =
                    "ledger-not-open, ledger-transfer-reported, ledger-transfer-unlike, ledger-more-than-pledged, "
                            + "ledger-more-than-received, ledger-purpose-missing, request-conflict")
    @APIResponse(
            responseCode = "422",
            description =
                    "ledger-item-unknown, ledger-amount-unfit, ledger-in-the-future, ledger-before-the-agreement, "
                            + "ledger-evidence-missing, ledger-reason-missing, ledger-personal-data")
    public RestResponse<EntryResponse> report(@RestPath UUID id, @NotNull @Valid EntryRequest request) {
        return created(id, service.report(id, request));
    }

    @POST
    @Path("/entries/{number}/corrections")
    @Idempotent
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.PARTY)
    @Operation(
            operationId = "correctEntry",
            summary = "Correct an entry of your side's book",
            description = "A reversal takes it back, another entry says what is right; both name it and the reason.")
    @APIResponse(
            responseCode = "201",
            description = "The last entry that was written; Location is its address",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EntryResponse.class)))
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden: the book is not yours")
    @APIResponse(responseCode = "404", description = "project-not-found, ledger-entry-not-found")
    @APIResponse(
            responseCode = "409",
            description =
                    "ledger-not-open, ledger-entry-replaced, ledger-more-than-pledged, ledger-more-than-received, "
                            + "request-conflict")
    @APIResponse(
            responseCode = "422",
            description = "ledger-amount-unfit, ledger-in-the-future, ledger-before-the-agreement, "
                    + "ledger-evidence-missing, ledger-personal-data")
    public RestResponse<EntryResponse> correct(
            @RestPath UUID id,
            @RestPath @Parameter(schema = @Schema(minimum = "1", maximum = "2147483647")) int number,
            @NotNull @Valid CorrectionRequest request) {
        return created(id, service.correct(id, number, request));
    }

    private static RestResponse<EntryResponse> created(UUID id, LedgerStore.Kept kept) {
        return Created.at("/projects/" + id + "/entries/" + kept.number(), EntryResponse.of(kept));
    }
}
