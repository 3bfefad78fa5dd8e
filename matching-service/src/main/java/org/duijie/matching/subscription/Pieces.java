package org.duijie.matching.subscription;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duijie.matching.match.Agenda;
import org.duijie.matching.match.Basis;
import org.duijie.matching.occasion.Occasion;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;

/** Cuts what an occasion can touch into pieces, from the facts of the moment: the same facts give the same pieces. */
record Pieces(Facts facts, Basis basis, Wishes wishes) {

    private static final int NEEDS = 50;
    private static final int OFFERS = 50;
    private static final int ORGANIZATIONS = 50;
    private static final int WATCHED = 50;

    /** In the order of their keys. */
    List<Piece> of(Occasion occasion) {
        return all(occasion).toList();
    }

    private Stream<Piece> all(Occasion occasion) {
        return switch (occasion.code()) {
            case SUBSCRIBED, SUBSCRIPTION_CHANGED -> Stream.empty();
            case NEED_CHANGED -> needs(List.of(UUID.fromString(occasion.subject())));
            case OFFER_CHANGED -> offers(List.of(UUID.fromString(occasion.subject())));
            case ORGANIZATION_CHANGED -> {
                List<String> codes = organization(UUID.fromString(occasion.subject()));
                yield Stream.concat(watched(codes), organizations(codes));
            }
            case PROJECT_CHANGED -> watched(List.of(occasion.subject()));
            case DIVISION_CHANGED, PAIRINGS_CHANGED, ATTENTION_CHANGED -> needs(ofCounty(occasion.subject()));
            case DAY_BEGAN -> turned(DayPassage.of(occasion));
            case POLICY_CHANGED, TEXT_MODEL_CHANGED -> organizations(wishes.organizations());
            case TEXT_READ -> said(UUID.fromString(occasion.subject()));
        };
    }

    private Stream<Piece> said(UUID fact) {
        return facts.need(fact) == null ? offers(List.of(fact)) : needs(List.of(fact));
    }

    private Stream<Piece> turned(DayPassage passage) {
        Agenda.Turned turned = Agenda.between(passage.from(), passage.to(), facts, basis.pairings());
        Stream<UUID> ofCounties = turned.counties().stream().flatMap(county -> ofCounty(county).stream());
        List<String> organizations = turned.organizations().stream()
                .flatMap(id -> organization(id).stream())
                .distinct()
                .toList();
        return Stream.of(
                        watched(organizations),
                        needs(Stream.of(turned.needs().stream(), ofCounties, nearing(passage))
                                .flatMap(Function.identity())
                                .distinct()
                                .toList()),
                        offers(turned.offers()),
                        organizations(organizations))
                .flatMap(Function.identity());
    }

    /** Needs whose deadline has come nearer than some wish asks, or no longer lies as far ahead. */
    private Stream<UUID> nearing(DayPassage passage) {
        if (!wishes.anyCountsDays()) {
            return Stream.empty();
        }
        LocalDate earlier = passage.from().isBefore(passage.to()) ? passage.from() : passage.to();
        LocalDate later = earlier.equals(passage.from()) ? passage.to() : passage.from();
        return facts.needs().stream()
                .filter(need -> wishes.anyCountsDays(
                        ChronoUnit.DAYS.between(later, need.deadline()),
                        ChronoUnit.DAYS.between(earlier, need.deadline())))
                .map(NeedFact::id);
    }

    private List<UUID> ofCounty(String code) {
        return facts.needsIn(code).stream().map(NeedFact::id).toList();
    }

    private List<String> organization(UUID id) {
        OrganizationFact organization = facts.organization(id);
        return organization == null ? List.of() : List.of(organization.creditCode());
    }

    private Stream<Piece> watched(Collection<String> names) {
        return cut(
                "0-watched/", names.stream().filter(wishes.watches()::anyOf).toList(), WATCHED, Scope.OfWatched::new);
    }

    private Stream<Piece> needs(Collection<UUID> ids) {
        return cut("1-need/", ids, NEEDS, Scope.OfNeeds::new);
    }

    private Stream<Piece> offers(Collection<UUID> ids) {
        return cut("2-offer/", ids.stream().filter(this::wished).toList(), OFFERS, Scope.OfOffers::new);
    }

    /** An offer can only touch the wishes of its organization; one that is not known has told nobody anything. */
    private boolean wished(UUID offerId) {
        OfferFact offer = facts.offer(offerId);
        return offer != null && wishes.of(offer.creditCode());
    }

    private Stream<Piece> organizations(Collection<String> codes) {
        return cut(
                "3-organization/",
                codes.stream().filter(wishes::of).toList(),
                ORGANIZATIONS,
                Scope.OfOrganizations::new);
    }

    private static <T> Stream<Piece> cut(String prefix, Collection<T> things, int size, Function<Set<T>, Scope> scope) {
        List<T> sorted = things.stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
        List<Piece> pieces = new ArrayList<>();
        for (int begin = 0; begin < sorted.size(); begin += size) {
            List<T> part = sorted.subList(begin, Math.min(begin + size, sorted.size()));
            pieces.add(new Piece(prefix + part.getLast(), scope.apply(Set.copyOf(part))));
        }
        return pieces.stream();
    }
}
