package org.duijie.matching.attention;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.attention.AttentionMeasurement.Finding;
import org.jspecify.annotations.Nullable;

/** Keeps what was measured, and the newest of it at hand for matching. */
@ApplicationScoped
public class AttentionService {

    private static final double ONE = 1_000_000;

    private final AttentionRepository measurements;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private volatile @Nullable AttentionMeasurement newest;
    private volatile Attention current = Attention.NONE;

    @Inject
    AttentionService(AttentionRepository measurements, InstantSource clock, MeterRegistry metrics) {
        this.measurements = measurements;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** The attention that rankings rest on, as last loaded. */
    public Attention current() {
        return current;
    }

    /** The newest measurement, as last loaded. */
    public Optional<AttentionMeasurement> newest() {
        return Optional.ofNullable(newest);
    }

    public boolean measuredOn(LocalDate day) {
        return newest().filter(measurement -> !measurement.measuredOn().isBefore(day))
                .isPresent();
    }

    @Transactional
    void start(@Observes @Priority(11) StartupEvent start) {
        Gauge.builder("duijie.attention.gini", () -> newest().map(found -> found.giniPpm() / ONE)
                        .orElse(null))
                .description(
                        "How unevenly the counties share attention, as rankings are now: 0 for evenly, 1 for all to one")
                .register(metrics);
        load();
    }

    /** Reads which measurement is the newest. */
    @Transactional
    public void load() {
        AttentionMeasurement found = measurements.newest().orElse(null);
        AttentionMeasurement known = newest;
        if (found != null && (known == null || known.number() != found.number())) {
            current = found.attention();
            newest = found;
        }
    }

    /**
     * Keeps a measurement, unless another was kept since the one that it set out from.
     *
     * @param before the number of measurements known when it began
     */
    @Transactional
    public void keep(Finding finding, int before) {
        measurements.lock();
        int number = measurements.newest().map(AttentionMeasurement::number).orElse(0);
        if (number == before) {
            measurements.persist(new AttentionMeasurement(
                    number + 1, clock.instant(), LocalDate.ofInstant(clock.instant(), BusinessDay.ZONE), finding));
        }
    }

    /** How many measurements there were when the newest known one was made. */
    public int known() {
        return newest().map(AttentionMeasurement::number).orElse(0);
    }

    /** The attention that was measured in that edition. */
    @Transactional
    public Attention ofEdition(int edition) {
        return measurements
                .ofEdition(edition)
                .<Attention>map(AttentionMeasurement::attention)
                .orElse(Attention.NONE);
    }

    /** The counties whose lack is another now than in that edition. */
    @Transactional
    public Set<String> changedSince(int edition, Attention now) {
        Attention before = ofEdition(edition);
        Set<String> counties = new TreeSet<>(counties(before));
        counties.addAll(counties(now));
        return counties.stream()
                .filter(county -> !Objects.equals(before.lackPpm(county), now.lackPpm(county)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> counties(Attention attention) {
        return attention instanceof MeasuredAttention measured
                ? measured.lacks().keySet()
                : Set.of();
    }
}
