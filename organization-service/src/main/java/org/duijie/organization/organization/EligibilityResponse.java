package org.duijie.organization.organization;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param obstacles everything that stands in the way on that day; empty where nothing does */
@Schema(
        name = "Eligibility",
        description = "资格 · May an organization take part on a day, and if not, why",
        requiredProperties = {"eligible", "on", "obstacles"})
public record EligibilityResponse(
        boolean eligible, @Schema(examples = "2018-09-01") LocalDate on, List<Obstacle> obstacles) {

    static EligibilityResponse of(Eligibility eligibility) {
        return new EligibilityResponse(eligibility.eligible(), eligibility.on(), eligibility.obstacles());
    }
}
