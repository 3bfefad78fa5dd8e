package org.duijie.organization.organization;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duijie.chassis.feed.ChangeFeed;
import org.duijie.chassis.feed.FeedRequest;
import org.duijie.chassis.identity.Access;
import org.duijie.organization.history.History;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The change feed of organizations over HTTP. */
@Path("/organizations/feed")
@Tag(name = "organizations", description = "社会组织 · The registry of social organizations and their standing")
@RunOnVirtualThread
public class OrganizationFeedResource {

    private final ChangeFeed feed;
    private final OrganizationRepository organizations;
    private final OrganizationAccess access;

    @Inject
    OrganizationFeedResource(ChangeFeed feed, OrganizationRepository organizations, OrganizationAccess access) {
        this.feed = feed;
        this.organizations = organizations;
        this.access = access;
    }

    @GET
    @Access(open = true)
    @Operation(
            operationId = "followOrganizations",
            summary = "Follow the changes of all organizations",
            description = ChangeFeed.DESCRIPTION)
    @APIResponse(responseCode = "200", description = "The next changes; none if you have them all")
    @APIResponse(responseCode = "410", description = "feed-position-unknown: take the export anew")
    public OrganizationFeedResponse follow(@BeanParam FeedRequest request) {
        ChangeFeed.Stretch stretch = feed.follow(request, History.of("organization"));
        Map<UUID, OrganizationResponse> now = organizations.all(stretch.subjects()).stream()
                .collect(Collectors.toMap(Organization::id, access::shown));
        return new OrganizationFeedResponse(
                stretch.entries().stream().map(entry -> item(entry, now)).toList(), stretch.nextSince());
    }

    private static OrganizationFeedResponse.Item item(ChangeFeed.Entry entry, Map<UUID, OrganizationResponse> now) {
        return new OrganizationFeedResponse.Item(
                entry.position().toString(),
                entry.subject(),
                OrganizationFeedResponse.Kind.valueOf(entry.kind()),
                entry.version(),
                entry.at(),
                Objects.requireNonNull(now.get(entry.subject())));
    }
}
