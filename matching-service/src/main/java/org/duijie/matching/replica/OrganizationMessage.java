package org.duijie.matching.replica;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.matching.replica.OrganizationFact.Inspection;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.duijie.matching.replica.OrganizationFact.Promises;
import org.duijie.matching.replica.OrganizationFact.Rating;
import org.jspecify.annotations.Nullable;

/** {@code org.duijie.organization.*}. */
record OrganizationMessage(
        UUID id,
        long version,
        String creditCode,
        String name,
        String status,
        String level,
        String type,
        String registrarDivision,
        @Nullable List<String> relatedParties,
        @Nullable StandingMessage standing,
        @Nullable PromisesMessage promises)
        implements StateMessage {

    record StandingMessage(
            @Nullable RatingMessage rating,
            @Nullable List<InspectionMessage> inspections,
            @Nullable List<ListingMessage> abnormalListings,
            @Nullable List<ListingMessage> blacklistings) {}

    record RatingMessage(String grade, LocalDate validFrom, LocalDate validUntil) {}

    record InspectionMessage(int year, String result) {}

    record ListingMessage(LocalDate from, @Nullable LocalDate until) {}

    record PromisesMessage(int kept, int broken, int punctual, int late, int disputed) {

        Promises fact() {
            return new Promises(kept, broken, punctual, late, disputed);
        }
    }

    private static final StandingMessage NOTHING_STATED = new StandingMessage(null, null, null, null);

    @Override
    public OrganizationFact fact(long sequence) {
        StandingMessage stated = standing == null ? NOTHING_STATED : standing;
        RatingMessage rating = stated.rating();
        return new OrganizationFact(
                id,
                version,
                creditCode,
                name,
                status,
                level,
                type,
                registrarDivision,
                StateMessage.orEmpty(relatedParties),
                rating == null ? null : new Rating(rating.grade(), rating.validFrom(), rating.validUntil()),
                StateMessage.orEmpty(stated.inspections()).stream()
                        .map(inspection -> new Inspection(inspection.year(), inspection.result()))
                        .toList(),
                listings(stated.abnormalListings()),
                listings(stated.blacklistings()),
                promises == null ? null : promises.fact());
    }

    private static List<Listing> listings(@Nullable List<ListingMessage> stated) {
        return StateMessage.orEmpty(stated).stream()
                .map(listing -> new Listing(listing.from(), listing.until()))
                .toList();
    }
}
