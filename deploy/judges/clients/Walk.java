import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duijie.client.ApiClient;
import org.duijie.client.ApiException;
import org.duijie.client.ApiResponse;
import org.duijie.client.api.MatchesApi;
import org.duijie.client.api.NeedsApi;
import org.duijie.client.api.OffersApi;
import org.duijie.client.model.MatchingMatch;
import org.duijie.client.model.OrganizationOffer;
import org.duijie.client.model.OrganizationOfferRequest;
import org.duijie.client.model.ProjectNeed;
import org.duijie.client.model.ProjectNeedDecision;
import org.duijie.client.model.ProjectNeedRequest;
import org.duijie.client.model.ProjectNeedReview;

/** The line as a partner walks it with the generated Java client. */
class Walk {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public static void main(String[] args) throws Exception {
        NeedsApi bureau = new NeedsApi(as("BUREAU"));
        NeedsApi office = new NeedsApi(as("OFFICE"));
        OffersApi organization = new OffersApi(as("ORGANIZATION"));

        ApiResponse<ProjectNeed> need = bureau.projectCreateNeedWithHttpInfo(key(), body("NEED", ProjectNeedRequest.class));
        UUID id = need.getData().getId();
        need = bureau.projectSubmitNeedWithHttpInfo(id, tag(need), null);
        ProjectNeed published = office.projectReviewNeed(
                id, tag(need), new ProjectNeedReview().decision(ProjectNeedDecision.PUBLISH), null);
        OrganizationOffer offer = organization.organizationOpenOffer(key(), body("OFFER", OrganizationOfferRequest.class));
        System.out.println("need " + id + " " + published.getStatus() + ", offer " + offer.getId() + " " + offer.getStatus());

        MatchesApi matches = new MatchesApi(as("ORGANIZATION"));
        for (Instant end = Instant.now().plus(PATIENCE); Instant.now().isBefore(end); Thread.sleep(200)) {
            Optional<MatchingMatch> seen = matchesOf(matches, offer).stream()
                    .filter(match -> match.getNeed().getId().equals(id))
                    .findFirst();
            if (seen.isPresent()) {
                System.out.println("match seen: score " + seen.get().getScore());
                return;
            }
        }
        throw new IllegalStateException("no match within " + PATIENCE);
    }

    /** None while matching has not heard of the offer. */
    private static List<MatchingMatch> matchesOf(MatchesApi matches, OrganizationOffer offer) throws ApiException {
        try {
            return matches.matchingListMatches(null, null, null, offer.getId(), null).getItems();
        } catch (ApiException refused) {
            if (refused.getCode() == 404) {
                return List.of();
            }
            throw refused;
        }
    }

    private static ApiClient as(String who) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(System.getenv("GATEWAY"));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + System.getenv(who)));
        return client;
    }

    private static <T> T body(String name, Class<T> type) throws Exception {
        return ApiClient.createDefaultObjectMapper().readValue(System.getenv(name), type);
    }

    private static String key() {
        return '"' + UUID.randomUUID().toString() + '"';
    }

    private static String tag(ApiResponse<?> answer) {
        return answer.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("ETag"))
                .map(header -> header.getValue().getFirst())
                .findFirst()
                .orElseThrow();
    }
}
