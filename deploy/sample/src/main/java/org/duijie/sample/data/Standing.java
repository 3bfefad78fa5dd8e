package org.duijie.sample.data;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** An organization's dated standing, as {@code PUT /organizations/{id}/standing} takes it. */
public record Standing(
        @Nullable Rating rating,
        List<Inspection> inspections,
        List<Listing> abnormalListings,
        List<Listing> blacklistings) {

    /** A grade from A to AAAAA, valid for five years. */
    public record Rating(String grade, LocalDate validFrom, LocalDate validUntil) {
        static final int VALID_YEARS = 5;

        private static Rating since(String grade, LocalDate validFrom) {
            return new Rating(grade, validFrom, validFrom.plusYears(VALID_YEARS));
        }
    }

    /** A yearly inspection. */
    public record Inspection(int year, String result) {}

    /** A time on a list; without an end it still lasts. */
    public record Listing(LocalDate from, @Nullable LocalDate until, String reason) {}

    private static final List<String> GRADES = List.of("A", "AA", "AAA", "AAA", "AAA", "AAAA", "AAAA", "AAAAA");

    static Standing of(int organization, Blemish blemish, LocalDate today) {
        SplittableRandom chance = Seed.STANDING.of(organization);
        String grade = Seed.pick(chance, GRADES);
        int ageDays = chance.nextInt(30, 4 * 365);
        Rating rating =
                switch (blemish) {
                    case RATING_EXPIRED ->
                        Rating.since(grade, today.minusYears(Rating.VALID_YEARS).minusDays(ageDays));
                    case ABNORMAL, BLACKLISTED -> null;
                    default -> chance.nextInt(3) == 0 ? null : Rating.since(grade, today.minusDays(ageDays));
                };
        String lastResult =
                switch (blemish) {
                    case BASICALLY_PASSED -> "BASICALLY_PASSED";
                    case BLACKLISTED -> "FAILED";
                    default -> "PASSED";
                };
        List<Inspection> inspections =
                List.of(new Inspection(today.getYear() - 2, "PASSED"), new Inspection(today.getYear() - 1, lastResult));
        return new Standing(
                rating,
                inspections,
                abnormalListings(blemish, today, ageDays),
                switch (blemish) {
                    case BLACKLISTED -> List.of(new Listing(today.minusDays(ageDays), null, "列入活动异常名录满2年仍未改正"));
                    default -> List.of();
                });
    }

    private static List<Listing> abnormalListings(Blemish blemish, LocalDate today, int ageDays) {
        return switch (blemish) {
            case ABNORMAL -> List.of(new Listing(today.minusDays(ageDays % 600 + 1), null, "未按时报送年度工作报告"));
            case ONCE_ABNORMAL ->
                List.of(new Listing(today.minusDays(ageDays + 200), today.minusDays(ageDays), "通过登记的住所无法取得联系"));
            case BLACKLISTED ->
                List.of(new Listing(today.minusDays(ageDays).minusYears(2), today.minusDays(ageDays), "未按时报送年度工作报告"));
            default -> List.of();
        };
    }
}
