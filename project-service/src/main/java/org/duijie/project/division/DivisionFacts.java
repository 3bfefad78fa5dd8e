package org.duijie.project.division;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the reference lists say about a code.
 *
 * @param parentCode absent for a province
 * @param validFrom first day of the code, absent if before the lists begin
 * @param validUntil last day of the code, absent while it is in force
 * @param formerNames names that the place had, under this code or an earlier one
 * @param keyCounty on which list of poor counties it was in 2012
 * @param deepPoverty whether a source calls it one of the ten counties of deep poverty of 2017
 * @param yanshanTaihang lies in the contiguous poor area 燕山—太行山
 */
@Embeddable
record DivisionFacts(
        String name,
        @Enumerated(EnumType.STRING) Level level,
        @Nullable String parentCode,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @JdbcTypeCode(SqlTypes.JSON) List<FormerName> formerNames,
        @Enumerated(EnumType.STRING) @Nullable KeyCounty keyCounty,
        @Enumerated(EnumType.STRING) @Nullable DeepPoverty deepPoverty,
        boolean yanshanTaihang) {

    @Schema(name = "DivisionLevel")
    enum Level {
        PROVINCE,
        PREFECTURE,
        COUNTY
    }

    /** 2012 lists of poor counties. */
    enum KeyCounty {
        /** 国家扶贫开发工作重点县. */
        NATIONAL,
        /** 省扶贫开发工作重点县. */
        PROVINCIAL,
        /** 仅列入连片特困地区. */
        AREA_ONLY
    }

    /** No single list of the ten counties was found: what nobody confirms is never stated as a fact. */
    enum DeepPoverty {
        CONFIRMED,
        UNSOURCED
    }

    /** @param until last day of the name */
    @Schema(
            name = "FormerName",
            requiredProperties = {"name", "until"})
    record FormerName(
            @Schema(examples = "万全县") String name,
            @Schema(examples = "2016-06-30") LocalDate until) {}

    boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
    }
}
