package org.duijie.matching.delivery.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.text.Language;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.filter.FilterText;
import org.duijie.matching.subscription.SubscriptionAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A subscription's stream for feed readers, as JSON Feed or Atom. */
@Path("/subscriptions/{id}/feed")
@RunOnVirtualThread
@Tag(name = "subscriptions")
public class FeedResource {

    private static final String JSON_FEED = "application/feed+json";
    private static final int MAX_LIMIT = 200;

    private final FeedService service;
    private final SubscriptionAccess access;

    @Inject
    FeedResource(FeedService service, SubscriptionAccess access) {
        this.service = service;
        this.access = access;
    }

    @GET
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Produces(JSON_FEED)
    @Operation(
            operationId = "readSubscriptionFeed",
            summary = "匹配订阅源 · Read a stream with a feed reader",
            description =
                    "The same entries under the same numbers as everywhere, the newest first: JSON Feed 1.1, or Atom"
                            + " (RFC 4287) with Accept: application/atom+xml. next_url, or the link with rel=\"next\","
                            + " leads to the entries before these, down to the first. What an entry says never changes. A filter"
                            + " leaves entries out by what their needs are now; a page of it may be short and still lead on.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the feed, in the language asked for",
            content = {
                @Content(mediaType = JSON_FEED, schema = @Schema(implementation = JsonFeed.class)),
                @Content(
                        mediaType = AtomFeed.MEDIA_TYPE,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "atom", value = AtomFeed.EXAMPLE))
            })
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "subscription-not-found")
    public JsonFeed json(
            @PathParam("id") UUID id,
            @Parameter(description = "Entries with smaller numbers than this; absent for the newest", example = "51")
                    @QueryParam("before")
                    @Min(value = 1, message = "{matching.positive}")
                    @Nullable
                    Long before,
            @Parameter(description = "How many at the most")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(value = 1, message = "{matching.limit.200}")
                    @Max(value = MAX_LIMIT, message = "{matching.limit.200}")
                    int limit,
            @Parameter(description = FilterText.DESCRIPTION, example = FilterText.EXAMPLE)
                    @QueryParam("filter")
                    @Size(max = Filter.LONGEST, message = "{matching.size}")
                    @Nullable
                    String filter,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @Nullable String acceptLanguage,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        String origin = origin(headers, uri);
        return JsonFeed.of(page(id, before, limit, filter, acceptLanguage), origin, StreamPage.address(origin, id));
    }

    @GET
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP, Role.SUPERVISOR},
            tenant = Tenant.ORGANIZATION)
    @Produces(AtomFeed.MEDIA_TYPE + ";qs=0.5")
    @Operation(operationId = "readSubscriptionAtomFeed", hidden = true)
    public String atom(
            @PathParam("id") UUID id,
            @QueryParam("before") @Min(value = 1, message = "{matching.positive}") @Nullable Long before,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(value = 1, message = "{matching.limit.200}")
                    @Max(value = MAX_LIMIT, message = "{matching.limit.200}")
                    int limit,
            @QueryParam("filter") @Size(max = Filter.LONGEST, message = "{matching.size}") @Nullable String filter,
            @HeaderParam("Accept-Language") @Nullable String acceptLanguage,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        String origin = origin(headers, uri);
        return AtomFeed.of(page(id, before, limit, filter, acceptLanguage), origin, StreamPage.address(origin, id));
    }

    private StreamPage page(
            UUID id, @Nullable Long before, int limit, @Nullable String filter, @Nullable String acceptLanguage) {
        access.requireReadable(id);
        return service.page(
                id,
                before == null ? StreamPage.NEWEST : before,
                limit,
                Filter.parse(filter, "?filter"),
                Language.of(acceptLanguage));
    }

    /** Feeds name themselves in full: by what the gateway was asked, which lets nobody else say it. */
    static String origin(HttpHeaders headers, UriInfo uri) {
        String host = headers.getHeaderString("X-Forwarded-Host");
        String scheme = headers.getHeaderString("X-Forwarded-Proto");
        boolean known = host != null && host.matches("[A-Za-z0-9.:\\[\\]-]{1,255}");
        return known
                ? ("https".equals(scheme) ? "https://" : "http://") + host
                : uri.getBaseUri().toString().replaceFirst("/$", "");
    }
}
