package org.duijie.project.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duijie.chassis.feed.ChangeFeed;
import org.duijie.chassis.feed.FeedRequest;
import org.duijie.chassis.feed.FeedSource;
import org.duijie.chassis.identity.Access;
import org.duijie.project.need.Need;
import org.duijie.project.need.NeedAccess;
import org.duijie.project.need.NeedChange.Kind;
import org.duijie.project.need.NeedRepository;
import org.duijie.project.need.NeedScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The change feed over HTTP. */
@Path("/needs/feed")
@Tag(name = "needs", description = "What counties ask for")
@RunOnVirtualThread
public class FeedResource {

    private final ChangeFeed feed;
    private final NeedRepository needs;
    private final NeedAccess access;

    @Inject
    FeedResource(ChangeFeed feed, NeedRepository needs, NeedAccess access) {
        this.feed = feed;
        this.needs = needs;
        this.access = access;
    }

    @GET
    @Access(open = true)
    @Operation(
            operationId = "followNeeds",
            summary = "Follow the changes of all needs that you may see",
            description = ChangeFeed.DESCRIPTION)
    @APIResponse(responseCode = "200", description = "The next changes; none if you have them all")
    @APIResponse(responseCode = "410", description = "feed-position-unknown: take the export anew")
    public FeedResponse follow(@BeanParam FeedRequest request) {
        ChangeFeed.Stretch stretch = feed.follow(request, concerning(access.scope()));
        Map<UUID, Need> now =
                needs.all(stretch.subjects()).stream().collect(Collectors.toMap(Need::id, Function.identity()));
        return new FeedResponse(
                stretch.entries().stream().map(entry -> item(entry, now)).toList(), stretch.nextSince());
    }

    /** What the public was told, and all that concerns those in the scope. */
    private static FeedSource concerning(NeedScope scope) {
        return new FeedSource(
                "need_change", "need_id", "told_public or division_code like any (?)", List.of(patterns(scope)));
    }

    /** Codes are read in pairs of digits: 130700 stands for all that begin with 1307. */
    private static List<String> patterns(NeedScope scope) {
        if (scope.everything()) {
            return List.of("%");
        }
        List<String> patterns = new ArrayList<>(scope.counties());
        scope.offices().forEach(office -> patterns.add(office.replaceFirst("(00)+$", "") + "%"));
        return patterns;
    }

    private FeedResponse.Item item(ChangeFeed.Entry entry, Map<UUID, Need> now) {
        Need need = now.get(entry.subject());
        return new FeedResponse.Item(
                entry.position().toString(),
                entry.subject(),
                Kind.valueOf(entry.kind()),
                entry.version(),
                entry.at(),
                need != null && access.reads(need) ? access.shown(need) : null);
    }
}
