package org.duijie.matching.replica;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A social organization and its standing.
 *
 * @param status only {@code VERIFIED} may take part
 * @param level the level of its registrar: {@code NATIONAL}, {@code PROVINCIAL}, {@code MUNICIPAL}, {@code COUNTY}
 * @param type {@code ASSOCIATION}, {@code SERVICE_INSTITUTION}, {@code FOUNDATION}, {@code OTHER}
 * @param registrarDivision GB/T 2260 code of its registrar, {@code 100000} for the ministry
 * @param relatedParties credit codes
 * @param promises what became of its projects; absent before the first
 */
public record OrganizationFact(
        UUID id,
        long version,
        String creditCode,
        String name,
        String status,
        String level,
        String type,
        String registrarDivision,
        List<String> relatedParties,
        @Nullable Rating rating,
        List<Inspection> inspections,
        List<Listing> abnormalListings,
        List<Listing> blacklistings,
        @Nullable Promises promises)
        implements Fact {

    private static final String VERIFIED = "VERIFIED";

    public OrganizationFact {
        Fact.requireAll(id, creditCode, name, status, level, type, registrarDivision);
        relatedParties = List.copyOf(relatedParties);
        inspections = List.copyOf(inspections);
        abnormalListings = List.copyOf(abnormalListings);
        blacklistings = List.copyOf(blacklistings);
    }

    /** A rating 1A to 5A (评估等级), from its first to its last valid day. */
    public record Rating(String grade, LocalDate validFrom, LocalDate validUntil) {

        public Rating {
            Fact.requireAll(grade, validFrom, validUntil);
        }

        public boolean inForce(LocalDate day) {
            return !day.isBefore(validFrom) && !day.isAfter(validUntil);
        }
    }

    /** The result of one year's inspection (年检): {@code PASSED}, {@code BASICALLY_PASSED}, {@code FAILED}. */
    public record Inspection(int year, String result) {

        public Inspection {
            Fact.requireAll(result);
        }
    }

    /** A stay on a list, from the day of entry; on the day of removal, if there is one, it no longer counts. */
    public record Listing(LocalDate from, @Nullable LocalDate until) {

        public Listing {
            Fact.requireAll(from);
        }

        public boolean stands(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    /**
     * What became of promises, in counts.
     *
     * @param kept projects completed, {@code broken} terminated
     * @param punctual milestones reached by their day, {@code late} after it
     * @param disputed projects with a figure about which the sides differ
     */
    public record Promises(int kept, int broken, int punctual, int late, int disputed) {

        /** A project weighs as much as two milestones. */
        public int weight() {
            return 2 * (kept + broken) + punctual + late;
        }

        public int weightKept() {
            return 2 * kept + punctual;
        }
    }

    public boolean verified() {
        return status.equals(VERIFIED);
    }

    public boolean national() {
        return registrarDivision.equals(DivisionCode.NATION);
    }
}
