package org.duijie.organization.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duijie.organization.organization.Obstacle.Code;
import org.jspecify.annotations.Nullable;

/**
 * May an organization take part on a day? It may where nothing stands in the way: it is verified, and on neither list.
 * A day is judged as it stood at its end; a day to come as the books stand now.
 */
record Eligibility(LocalDate on, List<Obstacle> obstacles) {

    static Eligibility of(List<StatusChange> history, Standing standing, LocalDate on) {
        List<Obstacle> obstacles = new ArrayList<>();
        Obstacle status = ofStatus(history, on);
        if (status != null) {
            obstacles.add(status);
        }
        addListings(obstacles, Code.ABNORMAL, standing.abnormalListings(), on);
        addListings(obstacles, Code.BLACKLISTED, standing.blacklistings(), on);
        return new Eligibility(on, List.copyOf(obstacles));
    }

    boolean eligible() {
        return obstacles.isEmpty();
    }

    private static @Nullable Obstacle ofStatus(List<StatusChange> history, LocalDate on) {
        StatusChange inForce = null;
        LocalDate verifiedOrLater = null;
        for (StatusChange change : history) {
            if (!change.since().isAfter(on)) {
                inForce = change;
            } else if (verifiedOrLater == null && change.status() != OrganizationStatus.REGISTERED) {
                verifiedOrLater = change.since();
            }
        }
        if (inForce == null) {
            return Obstacle.of(Code.UNVERIFIED, null, verifiedOrLater, null);
        }
        return switch (inForce.status()) {
            case VERIFIED -> null;
            case REGISTERED -> Obstacle.of(Code.UNVERIFIED, inForce.since(), verifiedOrLater, null);
            case SUSPENDED -> Obstacle.of(Code.SUSPENDED, inForce.since(), verifiedOrLater, inForce.reason());
            case DEREGISTERED -> Obstacle.of(Code.DEREGISTERED, inForce.since(), null, inForce.reason());
        };
    }

    private static void addListings(
            List<Obstacle> obstacles, Code code, List<Standing.Listing> listings, LocalDate on) {
        for (Standing.Listing listing : listings) {
            if (listing.standsOn(on)) {
                obstacles.add(Obstacle.of(code, listing.from(), listing.until(), listing.reason()));
            }
        }
    }
}
