package org.duijie.matching.delivery.feed;

import io.opentelemetry.api.trace.Span;
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
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.rowsecurity.RowSecurity;
import org.duijie.chassis.text.Language;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.filter.FilterText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A stream for feed readers that send no token: who knows the address may read. */
@Path("/feeds/{code}")
@RunOnVirtualThread
@Tag(name = "subscriptions")
public class OpenFeedResource {

    private static final String JSON_FEED = "application/feed+json";
    private static final String CODE = "订阅源地址中的密文 · What makes the address unguessable, as createFeedAddress showed it";
    private static final String BEFORE = "Entries with smaller numbers than this; absent for the newest";
    private static final int MAX_LIMIT = 200;

    private final FeedAddressService service;
    private final RowSecurity rows;

    @Inject
    OpenFeedResource(FeedAddressService service, RowSecurity rows) {
        this.service = service;
        this.rows = rows;
    }

    @GET
    @Path("/json")
    @Access(open = true)
    @Produces(JSON_FEED)
    @Operation(
            operationId = "readOpenFeed",
            summary = "凭地址读取订阅源 · Read a stream by its address, without a token",
            description =
                    "JSON Feed 1.1, the same entries as with a token. Whoever has the address has the stream, until its owner"
                            + " revokes or replaces it. 60 times a minute at the most.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the feed, in the language asked for",
            content = @Content(mediaType = JSON_FEED, schema = @Schema(implementation = JsonFeed.class)))
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "feed-address-not-found")
    @APIResponse(responseCode = "429", description = "feed-read-too-often")
    public RestResponse<JsonFeed> json(
            @Parameter(
                            description = CODE,
                            example = FeedCode.EXAMPLE,
                            schema = @Schema(implementation = String.class, pattern = FeedCode.PATTERN, maxLength = 43))
                    @PathParam("code")
                    String code,
            @Parameter(description = BEFORE, example = "51")
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
        StreamPage page = page(code, before, limit, filter, acceptLanguage);
        return answer(JsonFeed.of(page, FeedResource.origin(headers, uri), address(headers, uri, code, "json")));
    }

    @GET
    @Path("/atom")
    @Access(open = true)
    @Produces(AtomFeed.MEDIA_TYPE)
    @Operation(
            operationId = "readOpenAtomFeed",
            summary = "凭地址读取 Atom 订阅源 · Read a stream by its address as Atom",
            description = "Atom (RFC 4287); else as readOpenFeed.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the feed, in the language asked for",
            content =
                    @Content(
                            mediaType = AtomFeed.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "atom", value = AtomFeed.EXAMPLE)))
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "feed-address-not-found")
    @APIResponse(responseCode = "429", description = "feed-read-too-often")
    public RestResponse<String> atom(
            @Parameter(
                            description = CODE,
                            example = FeedCode.EXAMPLE,
                            schema = @Schema(implementation = String.class, pattern = FeedCode.PATTERN, maxLength = 43))
                    @PathParam("code")
                    String code,
            @Parameter(description = BEFORE, example = "51")
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
        StreamPage page = page(code, before, limit, filter, acceptLanguage);
        return answer(AtomFeed.of(page, FeedResource.origin(headers, uri), address(headers, uri, code, "atom")));
    }

    private StreamPage page(
            String code, @Nullable Long before, int limit, @Nullable String filter, @Nullable String acceptLanguage) {
        // A trace names the path that it is about; who reads traces is not who may read the stream.
        Span.current().setAttribute("url.path", "/feeds/{code}").setAttribute("url.query", "");
        if (!code.matches(FeedCode.PATTERN)) {
            throw FeedProblem.ADDRESS_NOT_FOUND.problem();
        }
        Filter meant = Filter.parse(filter, "?filter");
        return rows.asSystem(() -> service.page(
                code, before == null ? StreamPage.NEWEST : before, limit, meant, Language.of(acceptLanguage)));
    }

    private static String address(HttpHeaders headers, UriInfo uri, String code, String format) {
        return FeedResource.origin(headers, uri) + "/feeds/" + code + "/" + format;
    }

    /** For its reader alone, for a minute; neither found by who searches nor named to who is linked to. */
    private static <T> RestResponse<T> answer(T feed) {
        return RestResponse.ResponseBuilder.ok(feed)
                .header("Cache-Control", "private, max-age=60")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .build();
    }
}
