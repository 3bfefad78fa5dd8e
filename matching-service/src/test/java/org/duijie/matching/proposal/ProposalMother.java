package org.duijie.matching.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.matching.proposal.ProposalTerms.Item;
import org.duijie.matching.replica.FactMother;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;

/** Proposals of tests: a county asks an organization for 1200 of the 2000 books that it needs, and some money. */
final class ProposalMother {

    static final LocalDate TODAY = FactMother.TODAY;
    static final LocalDate ANSWER_BY = TODAY.plusDays(14);
    static final Instant NOW = Instant.parse("2018-09-01T04:00:00Z");
    static final Actor BUREAU = new Actor("bureau", Side.COUNTY, null, null);
    static final Actor FOUNDATION = new Actor("foundation", Side.ORGANIZATION, null, null);

    private ProposalMother() {}

    static NeedFact need() {
        return FactMother.aNeed(need -> {
            need.splittable = true;
            need.items = List.of(
                    new ItemFact("GOODS.BOOKS.PRIMARY", "册", 2_000_000, 4_000_000),
                    new ItemFact("FUNDS", "元", 5_000_000, 500_000));
        });
    }

    static OfferFact offer() {
        return FactMother.anOffer(offer -> offer.items = List.of(
                new ItemFact("GOODS.BOOKS", "册", 10_000_000, 20_000_000),
                new ItemFact("FUNDS", "元", 50_000_000, 5_000_000)));
    }

    static Subject subject() {
        return new Subject(need(), offer(), FactMother.anOrganization(o -> {}), false);
    }

    static ProposalTerms terms() {
        return terms(books(1_200_000, 2_400_000), funds(2_500_000, 250_000));
    }

    static ProposalTerms terms(Item... items) {
        return new ProposalTerms(
                List.of(items), TODAY.plusDays(30), TODAY.plusDays(200), "运费由捐赠方承担。", List.of(), List.of());
    }

    static Item books(long thousandths, long fen) {
        return new Item(0, "GOODS.BOOKS.PRIMARY", "册", thousandths, fen);
    }

    static Item funds(long thousandths, long fen) {
        return new Item(1, "FUNDS", "元", thousandths, fen);
    }

    /** The county proposed; the organization is to answer. */
    static Proposal proposed() {
        return Proposal.propose(UUID.randomUUID(), subject(), terms(), BUREAU, ANSWER_BY, NOW);
    }

    static Proposal accepted() {
        Proposal proposal = proposed();
        proposal.accept(FOUNDATION, NOW);
        return proposal;
    }

    static Proposal reserved() {
        Proposal proposal = accepted();
        proposal.reserved(NOW);
        return proposal;
    }
}
