package org.duijie.sample.data;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds for a need of the circular the synthetic organization that is meant to take it up. */
final class Takers {
    private final List<SampleOrganization> organizations;
    private final Map<Integer, List<SampleOffer>> offersByOrganization;

    Takers(LocalDate today) {
        organizations = IntStream.range(0, SampleSize.SMALL.organizations())
                .mapToObj(Organizations::at)
                .filter(organization -> !organization.blemish().barred())
                .toList();
        Offers offers = new Offers(today, false);
        offersByOrganization = IntStream.range(0, SampleSize.SMALL.offers())
                .mapToObj(offers::at)
                .collect(groupingBy(SampleOffer::organization));
    }

    /** One of the level and origin that the circular says; if there is one, one with an offer that fits. */
    SampleOrganization find(Circular.Entry entry, Theme theme, Division county, SplittableRandom chance) {
        List<SampleOrganization> candidates = organizations.stream()
                .filter(candidate -> candidate.level() == entry.level() && candidate.origin() == entry.origin())
                .toList();
        List<SampleOrganization> serving = candidates.stream()
                .filter(candidate ->
                        hasOffer(candidate, offer -> offer.serves(theme.field(), county.code(), theme.mode())))
                .toList();
        List<SampleOrganization> fitting = serving.stream()
                .filter(candidate -> hasOffer(
                        candidate,
                        offer -> offer.serves(theme.field(), county.code(), theme.mode())
                                && offer.gives(theme)
                                && offer.smallestCommitment().fen() <= entry.fen()))
                .toList();
        if (!fitting.isEmpty()) {
            return Seed.pick(chance, fitting);
        }
        return Seed.pick(chance, serving.isEmpty() ? candidates : serving);
    }

    private boolean hasOffer(SampleOrganization organization, Predicate<SampleOffer> wanted) {
        return offersByOrganization.getOrDefault(organization.number(), List.of()).stream()
                .anyMatch(wanted);
    }
}
