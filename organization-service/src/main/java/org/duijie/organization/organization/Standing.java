package org.duijie.organization.organization;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.chassis.text.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An organization's standing (信用状况), each part with its dates, as the office that keeps its registration states it.
 *
 * @param rating the last rating (评估等级), absent where never rated
 * @param inspections results of the yearly inspections (年检), at most one for each year
 * @param abnormalListings stays on the list of abnormal activity (活动异常名录)
 * @param blacklistings stays on the list of serious offenders (严重违法失信名单)
 */
@Schema(name = "Standing", description = "信用状况 · Rating, inspections and listings, each dated")
public record Standing(
        @Valid @Nullable Rating rating,
        @Size(max = 100) List<@NotNull @Valid Inspection> inspections,
        @Size(max = 100) List<@NotNull @Valid Listing> abnormalListings,
        @Size(max = 100) List<@NotNull @Valid Listing> blacklistings) {

    static final Standing UNKNOWN = new Standing(null, List.of(), List.of(), List.of());

    public Standing {
        inspections = Objects.requireNonNullElse(inspections, List.of());
        abnormalListings = Objects.requireNonNullElse(abnormalListings, List.of());
        blacklistings = Objects.requireNonNullElse(blacklistings, List.of());
    }

    /** 1A to 5A. */
    @Schema(name = "RatingGrade")
    public enum Grade {
        A,
        AA,
        AAA,
        AAAA,
        AAAAA
    }

    /**
     * @param validFrom first day
     * @param validUntil last day; five years are the longest (MCA Order 39 of 2010)
     */
    @Schema(name = "Rating", description = "评估等级 · A rating is valid for five years at the most")
    public record Rating(
            @NotNull Grade grade,

            @NotNull @Schema(examples = "2016-01-01") @JsonFormat(shape = JsonFormat.Shape.STRING)
            LocalDate validFrom,

            @NotNull
            @Schema(examples = "2020-12-31", description = "Last day")
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            LocalDate validUntil) {

        static final int VALID_YEARS = 5;
    }

    public enum InspectionResult {
        PASSED,
        BASICALLY_PASSED,
        FAILED
    }

    @Schema(name = "Inspection", description = "年检 · The result of one year's inspection")
    public record Inspection(
            @Min(1990) @Max(2100) @Schema(examples = "2017") int year,
            @NotNull InspectionResult result) {}

    /**
     * @param from the day of entry (列入)
     * @param until the day of removal (移出), on which the entry no longer counts; absent while it stands
     */
    @Schema(name = "Listing", description = "列入与移出 · A stay on a list")
    public record Listing(
            @NotNull
            @Schema(examples = "2018-01-05", description = "Day of entry")
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            LocalDate from,

            @Nullable
            @Schema(examples = "2018-07-09", description = "Day of removal, no longer listed; absent while it stands")
            @JsonFormat(shape = JsonFormat.Shape.STRING)
            LocalDate until,

            @NotBlank
            @Size(max = 500)
            @Pattern(regexp = PlainText.LINES, message = "{text.lines}")
            @Schema(examples = "未按照规定时限报送年度工作报告")
            String reason) {

        boolean standsOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    /**
     * Refuses what cannot be so, naming all such places at once.
     *
     * @throws ProblemException 400 with a pointer for each place
     */
    void check(LocalDate today) {
        ProblemException faults = RequestProblem.INVALID.problem();
        checkRating(faults);
        checkYears(faults);
        checkListings(faults, "#/abnormalListings", abnormalListings, today);
        checkListings(faults, "#/blacklistings", blacklistings, today);
        if (!faults.faults().isEmpty()) {
            throw faults;
        }
        PersonalData.refuse(OrganizationProblem.PERSONAL_DATA, reasons());
    }

    private void checkRating(ProblemException faults) {
        if (rating == null) {
            return;
        }
        if (rating.validUntil().isBefore(rating.validFrom())) {
            faults.and("#/rating/validUntil", "有效期止早于有效期起。", "It ends before it begins.");
        } else if (rating.validUntil().isAfter(rating.validFrom().plusYears(Rating.VALID_YEARS))) {
            faults.and("#/rating/validUntil", "评估等级有效期最长五年。", "A rating is valid for five years at the most.");
        }
    }

    private void checkYears(ProblemException faults) {
        Set<Integer> years = new HashSet<>();
        for (int i = 0; i < inspections.size(); i++) {
            if (!years.add(inspections.get(i).year())) {
                faults.and("#/inspections/" + i + "/year", "同一年度只能有一个年检结果。", "A year has one result only.");
            }
        }
    }

    private static void checkListings(
            ProblemException faults, String pointer, List<Listing> listings, LocalDate today) {
        for (int i = 0; i < listings.size(); i++) {
            Listing listing = listings.get(i);
            if (listing.from().isAfter(today)) {
                faults.and(pointer + "/" + i + "/from", "列入日期晚于今天。", "The day of entry is yet to come.");
            }
            if (listing.until() != null && listing.until().isBefore(listing.from())) {
                faults.and(pointer + "/" + i + "/until", "移出日期早于列入日期。", "The removal is before the entry.");
            }
        }
    }

    private Map<String, @Nullable String> reasons() {
        Map<String, @Nullable String> reasons = new TreeMap<>();
        for (int i = 0; i < abnormalListings.size(); i++) {
            reasons.put(
                    "#/abnormalListings/" + i + "/reason",
                    abnormalListings.get(i).reason());
        }
        for (int i = 0; i < blacklistings.size(); i++) {
            reasons.put("#/blacklistings/" + i + "/reason", blacklistings.get(i).reason());
        }
        return reasons;
    }
}
