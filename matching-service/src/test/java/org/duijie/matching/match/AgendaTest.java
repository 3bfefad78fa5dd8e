package org.duijie.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.matching.replica.FactMother.TODAY;
import static org.duijie.matching.replica.FactMother.aNeed;
import static org.duijie.matching.replica.FactMother.anOffer;
import static org.duijie.matching.replica.FactMother.anOrganization;
import static org.duijie.matching.replica.FactMother.zhangbei;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.duijie.matching.replica.OrganizationFact.Inspection;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.duijie.matching.replica.OrganizationFact.Rating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaTest {

    private static final Pairings PAIRINGS = Pairings.ofReference();
    private static final int DAYS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatJudgesDifferentlyOnTheNextDayIsOnTheAgenda(long seed) {
        Random random = new Random(seed);
        NeedFact need = aNeed(n -> {
            n.divisionCode = "130728";
            n.deadline = day(random);
            n.periodStart = day(random);
            n.periodEnd = n.periodStart.plusDays(random.nextInt(200));
        });
        OrganizationFact organization = anOrganization(o -> {
            o.registrarDivision = "110116";
            o.rating = new Rating("AAA", day(random), day(random));
            o.inspections = List.of(new Inspection(2017, "PASSED"));
            o.abnormalListings = List.of(new Listing(day(random), day(random)));
            o.blacklistings = List.of(new Listing(day(random), null));
        });
        OfferFact offer = anOffer(o -> {
            o.organizationId = organization.id();
            o.validFrom = day(random);
            o.validUntil = o.validFrom.plusDays(random.nextInt(300));
        });
        Facts facts = new Facts();
        List.of(need, organization, offer, zhangbei()).forEach(facts::put);

        int changes = 0;
        LocalDate first = LocalDate.of(2018, 1, 1);
        for (LocalDate day = first; day.isBefore(first.plusDays(DAYS)); day = day.plusDays(1)) {
            if (!judgement(need, offer, facts, day).equals(judgement(need, offer, facts, day.plusDays(1)))) {
                changes++;
                assertThat(touches(need, offer, organization, Agenda.between(day, day.plusDays(1), facts, PAIRINGS)))
                        .as("seed %d, after %s", seed, day)
                        .isTrue();
                assertThat(Agenda.between(day.plusDays(1), day, facts, PAIRINGS))
                        .isEqualTo(Agenda.between(day, day.plusDays(1), facts, PAIRINGS));
            }
        }
        assertThat(changes).as("a year in which nothing changes proves nothing").isPositive();
    }

    @Test
    void aDayOnWhichNothingTurnsTouchesNothing() {
        Facts facts = new Facts();
        List.of(aNeed(), anOffer(o -> {}), anOrganization(o -> {}), zhangbei()).forEach(facts::put);

        assertThat(Agenda.between(TODAY, TODAY.plusDays(1), facts, PAIRINGS))
                .isEqualTo(new Agenda.Turned(Set.of(), Set.of(), Set.of(), Set.of()));
    }

    private static boolean touches(
            NeedFact need, OfferFact offer, OrganizationFact organization, Agenda.Turned turned) {
        return turned.needs().contains(need.id())
                || turned.offers().contains(offer.id())
                || turned.organizations().contains(organization.id())
                || turned.counties().contains(need.divisionCode());
    }

    /** Whether it matches, and with which score; of a pair that does not match, nothing more. */
    private static List<Object> judgement(NeedFact need, OfferFact offer, Facts facts, LocalDate on) {
        Basis basis = new Basis(PairMother.EVEN, PAIRINGS, Likeness.NONE, Attention.NONE, on);
        Judgement judgement = new MatchEngine().judge(need, offer, facts, basis);
        return List.of(judgement.breaches().stream().map(Breach::rule).toList(), judgement.ppm());
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2018, 1, 1).plusDays(random.nextInt(DAYS));
    }
}
