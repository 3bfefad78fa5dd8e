package org.duijie.matching.match;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duijie.matching.pairing.Pairing;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.replica.DivisionCode;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.OrganizationFact;
import org.duijie.matching.replica.OrganizationFact.Inspection;
import org.duijie.matching.replica.OrganizationFact.Promises;
import org.duijie.matching.replica.OrganizationFact.Rating;
import org.jspecify.annotations.Nullable;

/**
 * The scales on which the factors are measured, in parts per million: their one definition, for {@link Measures}, which
 * adds the words, and for the index, which keeps the values. The README of this service gives the reasons for them.
 *
 * <p>All scales are steps, not curves: a value that drifted a little every day would announce every match anew every
 * day.
 */
public final class Scale {

    /** In place of a value: the factor cannot be measured, and takes no part in the score. */
    public static final int ABSENT = -1;

    /** Up to so many days before the deadline the urgency is that of the same place in {@link #URGENCY}. */
    public static final List<Integer> URGENCY_DAYS = List.of(7, 30, 90, 180);

    private static final List<Integer> URGENCY = List.of(1_000_000, 800_000, 500_000, 300_000, 100_000);

    /** By the number of fields that the offer names; 0 for any. */
    private static final List<Integer> SPECIAL = List.of(500_000, 1_000_000, 800_000, 700_000, 600_000);

    private static final int PAIRED_BY_MUNICIPALITY = 600_000;

    private static final int NATIONAL_KEY_COUNTY = 700_000;
    private static final int PROVINCIAL_KEY_COUNTY = 500_000;
    private static final int AREA_ONLY_COUNTY = 400_000;
    private static final int CONTIGUOUS_AREA = 100_000;

    /** Every record is a multiple of this. */
    public static final int RECORD_STEP = 50_000;

    private static final Map<String, Integer> GRADES =
            Map.of("AAAAA", 1_000_000, "AAAA", 900_000, "AAA", 750_000, "AA", 600_000, "A", 500_000);
    private static final Map<String, Integer> INSPECTED =
            Map.of("PASSED", 600_000, "BASICALLY_PASSED", 300_000, "FAILED", 0);
    /** From which share of promises kept on, and what it is worth; a dispute is worth the next. */
    private static final List<Step> PROMISED = List.of(
            new Step(950_000, 1_000_000),
            new Step(900_000, 900_000),
            new Step(800_000, 750_000),
            new Step(700_000, 600_000),
            new Step(600_000, 500_000),
            new Step(400_000, 300_000),
            new Step(0, 0));

    /** So much must have become of promises before they count: three projects that ended, or one and four milestones. */
    private static final int PROMISES_ENOUGH = 6;

    private record Step(int fromPpm, int ppm) {}

    private static final Map<String, Integer> BLEMISH = Map.of("BASICALLY_PASSED", 200_000, "FAILED", 500_000);

    /** By the levels that the registrar's division and the county share: none, province, prefecture, county. */
    private static final List<Integer> NEARNESS = List.of(0, 600_000, 800_000, 1_000_000);

    private static final int NEIGHBOURS = 400_000;

    private Scale() {}

    /** How much of a specialist an offer of so many fields is. */
    public static int special(int fields) {
        return SPECIAL.get(Math.min(fields, SPECIAL.size() - 1));
    }

    /** Half how much of a specialist the offer is in the field, half how narrowly its resources name what is wanted. */
    public static int fieldFit(int special, int closeness) {
        return (special + closeness) / 2;
    }

    /** The nearer the deadline the higher, in bands of a week, a month, a quarter and half a year. */
    public static int urgency(long daysLeft) {
        int band = 0;
        while (band < URGENCY_DAYS.size() && daysLeft > URGENCY_DAYS.get(band)) {
            band++;
        }
        return URGENCY.get(band);
    }

    /** The highest mark that the county bears, a little more inside the contiguous area of Yanshan and Taihang. */
    public static int priority(@Nullable DivisionFact division) {
        if (division == null) {
            return ABSENT;
        }
        int mark = "CONFIRMED".equals(division.deepPoverty())
                ? Ppm.ONE
                : switch (division.keyCounty()) {
                    case "NATIONAL" -> NATIONAL_KEY_COUNTY;
                    case "PROVINCIAL" -> PROVINCIAL_KEY_COUNTY;
                    case "AREA_ONLY" -> AREA_ONLY_COUNTY;
                    case null, default -> 0;
                };
        return Math.min(Ppm.ONE, mark + (division.yanshanTaihang() ? CONTIGUOUS_AREA : 0));
    }

    /**
     * What is known of how the organization keeps its word: what became of its promises or, before there are enough of
     * them, the rating in force, else its last inspection; a last inspection that was not clean takes off from the rating.
     */
    public static int record(OrganizationFact organization, LocalDate on) {
        Promises promises = promises(organization);
        if (promises != null) {
            return promised(promises);
        }
        String grade = grade(organization, on);
        Optional<Inspection> last = lastInspection(organization);
        if (grade == null && last.isEmpty()) {
            return ABSENT;
        }
        String result = last.map(Inspection::result).orElse("");
        return grade == null
                ? INSPECTED.getOrDefault(result, 0)
                : Math.max(0, GRADES.getOrDefault(grade, 0) - BLEMISH.getOrDefault(result, 0));
    }

    /** Those by which the organization is judged; absent where there are too few. */
    static @Nullable Promises promises(OrganizationFact organization) {
        Promises promises = organization.promises();
        return promises != null && promises.kept() + promises.broken() > 0 && promises.weight() >= PROMISES_ENOUGH
                ? promises
                : null;
    }

    private static int promised(Promises promises) {
        long keptPpm = (long) promises.weightKept() * Ppm.ONE / promises.weight();
        int step = 0;
        while (keptPpm < PROMISED.get(step).fromPpm()) {
            step++;
        }
        int place = promises.disputed() > 0 ? Math.min(step + 1, PROMISED.size() - 1) : step;
        return PROMISED.get(place).ppm();
    }

    static @Nullable String grade(OrganizationFact organization, LocalDate on) {
        Rating rating = organization.rating();
        return rating != null && rating.inForce(on) ? rating.grade() : null;
    }

    static Optional<Inspection> lastInspection(OrganizationFact organization) {
        return organization.inspections().stream().max(Comparator.comparingInt(Inspection::year));
    }

    /** By how much of the division code the registrar's place and the county share; absent for the nation's registrar. */
    public static int nearness(String home, String county) {
        if (home.equals(DivisionCode.NATION)) {
            return ABSENT;
        }
        return neighbours(home, county) ? NEIGHBOURS : NEARNESS.get(DivisionCode.sharedLevels(home, county));
    }

    /** In different ones of Beijing, Tianjin and Hebei. */
    static boolean neighbours(String home, String county) {
        return DivisionCode.sharedLevels(home, county) == 0 && jingJinJi(home) && jingJinJi(county);
    }

    private static boolean jingJinJi(String code) {
        return code.startsWith("11") || code.startsWith("12") || code.startsWith("13");
    }

    /**
     * A pairing that counts for an organization, and how much.
     *
     * @param ppm one for the paired district itself, less for the municipality above it
     */
    record Tie(Pairing pairing, int ppm) {}

    /** The pairing in force on the day that ties an organization's home to the county. */
    static Optional<Tie> tie(String home, String county, Pairings pairings, LocalDate on) {
        if (!pairings.know(county)) {
            return Optional.empty();
        }
        Optional<Tie> own = pairings.ofDistrict(home, county, on).map(pairing -> new Tie(pairing, Ppm.ONE));
        return own.isPresent() || home.equals(DivisionCode.NATION)
                ? own
                : pairings.under(home, county, on).map(pairing -> new Tie(pairing, PAIRED_BY_MUNICIPALITY));
    }

    /** How closely pairings tie an organization's home to the county. */
    public static int pairing(String home, String county, Pairings pairings, LocalDate on) {
        return tie(home, county, pairings, on).map(Tie::ppm).orElse(0);
    }
}
