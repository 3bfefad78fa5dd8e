package org.duijie.project.division;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The counties, kept in memory: every need that is written asks for one, and the list changes a few times a decade.
 * Another instance may have loaded a newer list; it is looked at again every minute.
 */
@ApplicationScoped
public class Counties {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Known(Instant until, Map<String, DivisionFacts> byCode) {}

    private final DivisionRepository divisions;
    private final InstantSource clock;
    private volatile Known known = new Known(Instant.MIN, Map.of());

    @Inject
    Counties(DivisionRepository divisions, InstantSource clock) {
        this.divisions = divisions;
        this.clock = clock;
    }

    /** The name of the county with this code, if it is one and exists on that day. */
    public Optional<String> nameOf(String code, LocalDate day) {
        return Optional.ofNullable(byCode().get(code))
                .filter(facts -> facts.validOn(day))
                .map(DivisionFacts::name);
    }

    /** What is kept was overtaken by this instance itself. */
    void forget() {
        known = new Known(Instant.MIN, Map.of());
    }

    private Map<String, DivisionFacts> byCode() {
        Instant now = clock.instant();
        if (now.isAfter(known.until())) {
            known = new Known(
                    now.plus(FRESH),
                    divisions.counties().stream().collect(Collectors.toMap(Division::code, Division::facts)));
        }
        return known.byCode();
    }
}
