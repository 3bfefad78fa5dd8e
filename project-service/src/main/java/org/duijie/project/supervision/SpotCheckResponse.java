package org.duijie.project.supervision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A draw, with everything that it takes to draw again. */
@Schema(
        name = "SpotCheck",
        description = "A project's lot is SHA-256 of seed, colon and id; the smallest lots are drawn",
        requiredProperties = {"id", "seed", "size", "population", "populationHash", "drawn", "at"})
public record SpotCheckResponse(
        UUID id,
        @Schema(examples = "福利彩票双色球2027120期") String seed,
        @Schema(examples = "20") int size,

        @Schema(description = "Code of the county or office whose projects were drawn from; absent for all") @Nullable
        String division,

        @Schema(description = "How many projects were running or completed", examples = "403")
        int population,

        @Schema(
                description = "SHA-256 of their ids in order, one a line",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String populationHash,

        @Schema(description = "Ids of projects, smallest lot first")
        List<UUID> drawn,

        Instant at) {

    static SpotCheckResponse of(SpotCheck check) {
        return new SpotCheckResponse(
                check.id(),
                check.seed(),
                check.size(),
                check.division(),
                check.population(),
                check.populationHash(),
                check.drawn(),
                check.at());
    }
}
