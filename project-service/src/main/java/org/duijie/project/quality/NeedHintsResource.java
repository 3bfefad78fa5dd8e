package org.duijie.project.quality;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.text.Language;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.project.need.Need;
import org.duijie.project.need.NeedAccess;
import org.duijie.project.need.NeedRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What speaks against a need, or for looking at it twice, for those who write and review it. */
@Path("/needs/{id}/hints")
@Tag(name = "needs", description = "What counties ask for")
@RunOnVirtualThread
public class NeedHintsResource {

    private final NeedRepository needs;
    private final NeedAccess access;
    private final NeedRules rules;
    private final SimilarNeeds similar;
    private final BusinessDay day;

    @Inject
    NeedHintsResource(NeedRepository needs, NeedAccess access, NeedRules rules, SimilarNeeds similar, BusinessDay day) {
        this.needs = needs;
        this.access = access;
        this.rules = rules;
        this.similar = similar;
        this.day = day;
    }

    @GET
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
            operationId = "listNeedHints",
            summary = "See what should be mended or looked at before a need is published",
            description = """
                    Computed anew at each call, worst first; every hint names its rule, the threshold and the source. \
                    BLOCKING hints refuse submission and publication (need-incomplete), WARNING hints are for the \
                    reviewer, ADVICE is for the author. Similar needs are those that you may see yourself.""")
    @APIResponse(responseCode = "200", description = "All hints; none where nothing was found")
    @APIResponse(
            responseCode = "404",
            description = "need-not-found: there is none, or it is not yours to write or review")
    public Hints list(@RestPath UUID id, @RestHeader("Accept-Language") @Nullable String acceptLanguage) {
        Need need = needs.get(id);
        access.requireConcerned(need);
        Locale language = Language.of(acceptLanguage);
        return new Hints(
                Stream.concat(rules.hints(need.terms(), day.today()).stream(), similar.hints(id, need.terms()).stream())
                        .sorted(Comparator.comparing(Hint::severity))
                        .map(hint -> HintResponse.of(hint, language))
                        .toList());
    }

    /** Bounded by the number of rules and items. */
    record Hints(List<HintResponse> items) {}
}
