package org.duijie.gateway.service;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Copies of what the services publish about themselves (their API document, their catalogue of problems). A copy is
 * asked for again when it is a few seconds old; while its service is down the last good one stays in use.
 */
@Singleton
public class ServiceCopies {

    private static final Logger LOG = Logger.getLogger(ServiceCopies.class);
    private static final Duration FRESH_FOR = Duration.ofSeconds(10);

    private final ServiceClient client;
    private final InstantSource clock;
    private final Map<Place, Copy> copies = new ConcurrentHashMap<>();

    @Inject
    public ServiceCopies(ServiceClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * What a service said.
     *
     * @param document the last good answer, null if there never was one
     * @param takenAt when that answer was given, null if there never was one
     * @param askedAt when the service was last asked, with or without success
     */
    public record Copy(
            @Nullable JsonNode document, @Nullable Instant takenAt, Instant askedAt) {

        /** Whether the service answered when it was last asked. */
        public boolean current() {
            return askedAt.equals(takenAt);
        }
    }

    private record Place(Service service, String path) {}

    /** Takes two seconds at the most, however many services hang. */
    public Map<Service, Copy> of(String path) {
        return client.ask(service ->
                copies.compute(new Place(service, path), (place, held) -> isFresh(held) ? held : renewed(place, held)));
    }

    private boolean isFresh(@Nullable Copy held) {
        return held != null && held.askedAt().plus(FRESH_FOR).isAfter(clock.instant());
    }

    private Copy renewed(Place place, @Nullable Copy held) {
        Instant now = clock.instant();
        try {
            ServiceClient.Answer answer = client.get(place.service(), place.path());
            if (answer.status() == 200 && answer.body().isObject()) {
                return new Copy(answer.body(), now, now);
            }
            LOG.warnf("%s answered %d at %s", place.service().slug(), answer.status(), place.path());
        } catch (IOException unreachable) {
            LOG.debugf(unreachable, "%s does not answer at %s", place.service().slug(), place.path());
        }
        return held == null ? new Copy(null, null, now) : new Copy(held.document(), held.takenAt(), now);
    }
}
