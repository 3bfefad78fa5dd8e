package org.duijie.matching.match;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.duijie.matching.replica.OrganizationFact.Rating;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar alone can change: whose pairs can be judged differently on one day than on another though no fact
 * changed. Derived from the facts whenever it is asked for, so there is nothing to keep: a day begins once a day, and
 * looking through a million facts for their days takes a tenth of a second.
 *
 * <p>An offer's first day and the first day of a need's period are on no agenda: they are compared with the other side's
 * days, and with today only in so far as today is the later of the two.
 */
public final class Agenda {

    /**
     * Whose pairs can be judged differently.
     *
     * @param counties GB/T 2260 codes of counties some pairing of which began or ended
     */
    public record Turned(Set<UUID> needs, Set<UUID> offers, Set<UUID> organizations, Set<String> counties) {}

    private Agenda() {}

    /** What has turned between two days, whichever of them is the earlier. */
    public static Turned between(LocalDate one, LocalDate other, Facts facts, Pairings pairings) {
        LocalDate after = one.isBefore(other) ? one : other;
        LocalDate until = one.isBefore(other) ? other : one;
        return new Turned(
                turned(facts.needs(), NeedFact::id, after, until),
                turned(facts.offers(), OfferFact::id, after, until),
                turned(facts.organizations(), OrganizationFact::id, after, until),
                pairings.turned(after, until));
    }

    private static <T extends Fact> Set<UUID> turned(
            Collection<T> facts, Function<T, UUID> id, LocalDate after, LocalDate until) {
        return facts.stream().filter(fact -> turns(fact, after, until)).map(id).collect(Collectors.toUnmodifiableSet());
    }

    /** Does a turning day of the fact lie after the one day and not after the other? */
    public static boolean turns(Fact fact, LocalDate after, LocalDate until) {
        return turningDays(fact).anyMatch(day -> day.isAfter(after) && !day.isAfter(until));
    }

    /** The days on which a pair with this fact can be judged differently than on the day before. */
    static Stream<LocalDate> turningDays(Fact fact) {
        return switch (fact) {
            case NeedFact need ->
                Stream.concat(
                        Scale.URGENCY_DAYS.stream().map(need.deadline()::minusDays),
                        Stream.of(need.deadline().plusDays(1), need.periodEnd().plusDays(1)));
            case OfferFact offer -> Stream.of(offer.validUntil().plusDays(1));
            case OrganizationFact organization ->
                Stream.concat(
                        ratingDays(organization.rating()),
                        Stream.concat(organization.abnormalListings().stream(), organization.blacklistings().stream())
                                .flatMap(Agenda::listingDays));
            case DivisionFact division -> Stream.empty();
        };
    }

    private static Stream<LocalDate> ratingDays(@Nullable Rating rating) {
        return rating == null
                ? Stream.empty()
                : Stream.of(rating.validFrom(), rating.validUntil().plusDays(1));
    }

    private static Stream<LocalDate> listingDays(Listing listing) {
        return Stream.concat(Stream.of(listing.from()), Stream.ofNullable(listing.until()));
    }
}
