package org.duijie.project.division;

import java.time.LocalDate;
import java.util.List;
import org.duijie.project.division.DivisionFacts.DeepPoverty;
import org.duijie.project.division.DivisionFacts.FormerName;
import org.duijie.project.division.DivisionFacts.KeyCounty;
import org.duijie.project.division.DivisionFacts.Level;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A division as readers see it, over HTTP and in events. */
@Schema(
        name = "Division",
        description = "A code of GB/T 2260",
        requiredProperties = {"code", "name", "level", "formerNames", "yanshanTaihang"})
public record DivisionResponse(
        @Schema(examples = "130708", pattern = "^[1-9]\\d{5}$")
        String code,

        @Schema(examples = "万全区") String name,
        Level level,

        @Schema(description = "Absent for a province", examples = "130700") @Nullable
        String parentCode,

        @Schema(description = "First day of the code; absent if before 2009", examples = "2016-07-01") @Nullable
        LocalDate validFrom,

        @Schema(description = "Last day of the code; absent while it is in force") @Nullable
        LocalDate validUntil,

        @Schema(description = "Names that the place had, under this code or an earlier one")
        List<FormerName> formerNames,

        @Schema(description = "List of poor counties that it was on in 2012, if any") @Nullable
        KeyCounty keyCounty,

        @Schema(description = "Whether a source calls it a county of deep poverty") @Nullable
        DeepPoverty deepPoverty,

        @Schema(description = "Lies in the contiguous poor area 燕山—太行山")
        boolean yanshanTaihang) {

    static DivisionResponse of(Division division) {
        DivisionFacts facts = division.facts();
        return new DivisionResponse(
                division.code(),
                facts.name(),
                facts.level(),
                facts.parentCode(),
                facts.validFrom(),
                facts.validUntil(),
                facts.formerNames(),
                facts.keyCounty(),
                facts.deepPoverty(),
                facts.yanshanTaihang());
    }
}
