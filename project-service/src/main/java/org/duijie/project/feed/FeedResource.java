package org.duijie.project.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duijie.chassis.identity.Access;
import org.duijie.project.need.Need;
import org.duijie.project.need.NeedAccess;
import org.duijie.project.need.NeedRepository;
import org.duijie.project.need.NeedScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The change feed over HTTP. */
@Path("/needs/feed")
@Tag(name = "needs", description = "What counties ask for")
@RunOnVirtualThread
public class FeedResource {

    private static final String LIMIT = "^([1-9]\\d{0,2}|1000)$";
    private static final int DEFAULT_LIMIT = 200;

    private final FeedRepository feed;
    private final NeedRepository needs;
    private final NeedAccess access;

    @Inject
    FeedResource(FeedRepository feed, NeedRepository needs, NeedAccess access) {
        this.feed = feed;
        this.needs = needs;
        this.access = access;
    }

    @GET
    @Access(open = true)
    @Operation(
            operationId = "followNeeds",
            summary = "Follow the changes of all needs that you may see",
            description =
                    "Begin with nothing, or with the position that an export gave you; then always send nextSince "
                            + "of the answer before. Apply items in their order; an item may come again and does no harm then.")
    @APIResponse(responseCode = "200", description = "The next changes; none if you have them all")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "410", description = "feed-position-unknown: take the export anew")
    public FeedResponse follow(
            @RestQuery
                    @Pattern(regexp = FeedPosition.FORM, message = "{need.feedPosition}")
                    @Parameter(
                            description =
                                    "nextSince of the answer before, or the position of an export; left out: from "
                                            + "the beginning",
                            example = "48213-7")
                    @Nullable
                    String since,
            @RestQuery
                    @Pattern(regexp = LIMIT, message = "{need.feedLimit}")
                    @Parameter(
                            description = "How many changes at the most",
                            schema =
                                    @Schema(
                                            implementation = Integer.class,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "200"))
                    @Nullable
                    String limit) {
        FeedPosition from = FeedPosition.of(since);
        int size = limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit);
        NeedScope scope = access.scope();
        // Read before the changes: whatever lies before it is finished, and so is visible to the next query.
        FeedPosition horizon = feed.horizon();
        if (from.compareTo(horizon) > 0) {
            // Nobody was ever given it here: to go on from there would be to miss what lies before it.
            throw FeedProblem.POSITION_UNKNOWN.problem();
        }
        List<FeedRepository.Entry> entries = feed.between(from, horizon, scope, size);
        Map<UUID, Need> now = present(entries);
        return new FeedResponse(
                entries.stream().map(entry -> item(entry, now)).toList(), next(from, horizon, entries, size));
    }

    private static String next(FeedPosition from, FeedPosition horizon, List<FeedRepository.Entry> entries, int size) {
        boolean more = entries.size() == size;
        FeedPosition reached = more ? entries.getLast().position() : horizon;
        return (reached.compareTo(from) < 0 ? from : reached).toString();
    }

    private Map<UUID, Need> present(List<FeedRepository.Entry> entries) {
        List<UUID> ids =
                entries.stream().map(FeedRepository.Entry::need).distinct().toList();
        return needs.all(ids).stream().collect(Collectors.toMap(Need::id, Function.identity()));
    }

    private FeedResponse.Item item(FeedRepository.Entry entry, Map<UUID, Need> now) {
        Need need = now.get(entry.need());
        return new FeedResponse.Item(
                entry.position().toString(),
                entry.need(),
                entry.kind(),
                entry.version(),
                entry.at(),
                need != null && access.reads(need) ? access.shown(need) : null);
    }
}
