package org.duijie.project.supervision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A random draw of projects to be looked at. Each project of the population has a lot, SHA-256 of the seed, a colon and
 * its id; the smallest lots are drawn. Whoever has the seed and the ids comes to the same draw.
 *
 * @param division code of a county or of an office above; absent for all
 * @param population how many projects were running or completed
 * @param populationHash SHA-256 of their ids in order, one a line: that it was this population
 * @param drawn ids, smallest lot first
 */
record SpotCheck(
        UUID id,
        String seed,
        int size,
        @Nullable String division,
        int population,
        String populationHash,
        List<UUID> drawn,
        Instant at) {}
