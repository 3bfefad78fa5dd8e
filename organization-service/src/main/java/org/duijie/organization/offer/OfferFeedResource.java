package org.duijie.organization.offer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duijie.chassis.feed.ChangeFeed;
import org.duijie.chassis.feed.FeedRequest;
import org.duijie.chassis.identity.Access;
import org.duijie.organization.history.History;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The change feed of offers over HTTP. */
@Path("/offers/feed")
@Tag(name = "offers", description = "帮扶资源 · What organizations can give")
@RunOnVirtualThread
public class OfferFeedResource {

    private final ChangeFeed feed;
    private final OfferRepository offers;
    private final OfferAccess access;

    @Inject
    OfferFeedResource(ChangeFeed feed, OfferRepository offers, OfferAccess access) {
        this.feed = feed;
        this.offers = offers;
        this.access = access;
    }

    @GET
    @Access(open = true)
    @Operation(
            operationId = "followOffers",
            summary = "Follow the changes of all offers",
            description = ChangeFeed.DESCRIPTION)
    @APIResponse(responseCode = "200", description = "The next changes; none if you have them all")
    @APIResponse(responseCode = "410", description = "feed-position-unknown: take the export anew")
    public OfferFeedResponse follow(@BeanParam FeedRequest request) {
        ChangeFeed.Stretch stretch = feed.follow(request, History.of("offer"));
        Map<UUID, OfferResponse> now = offers.all(stretch.subjects(), access.sight()).stream()
                .collect(Collectors.toMap(Offer::id, OfferResponse::of));
        return new OfferFeedResponse(
                stretch.entries().stream().map(entry -> item(entry, now)).toList(), stretch.nextSince());
    }

    private static OfferFeedResponse.Item item(ChangeFeed.Entry entry, Map<UUID, OfferResponse> now) {
        return new OfferFeedResponse.Item(
                entry.position().toString(),
                entry.subject(),
                OfferFeedResponse.Kind.valueOf(entry.kind()),
                entry.version(),
                entry.at(),
                now.get(entry.subject()));
    }
}
