package org.duijie.matching.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.matching.match.Breach;
import org.duijie.matching.match.CurrentBasis;
import org.duijie.matching.match.Judgement;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.match.Rule;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.Replica;

/**
 * Which needs and offers may be brought together. A match may be; so may a pair that breaks nothing but wishes of the
 * offer, where one side invites the other: the offer's organization then waives them, by inviting or by accepting. All
 * other rules protect somebody else and are waived by nobody.
 */
@ApplicationScoped
class Admission {

    /** What an organization said of its own offer, and may say otherwise for once. */
    private static final Set<Rule> WISHES = EnumSet.of(
            Rule.FIELD_NOT_SERVED,
            Rule.COUNTY_NOT_SERVED,
            Rule.MODE_NOT_SERVED,
            Rule.BELOW_SMALLEST_COMMITMENT,
            Rule.BEYOND_LARGEST_COMMITMENT);

    private final MatchEngine engine;
    private final Replica replica;
    private final CurrentBasis basis;

    @Inject
    Admission(MatchEngine engine, Replica replica, CurrentBasis basis) {
        this.engine = engine;
        this.replica = replica;
        this.basis = basis;
    }

    /**
     * The pair as it stands now.
     *
     * @param invited whether one side invites the other, should they be no match
     * @throws ProblemException 409 if it is not admitted, with each broken rule's sentence
     */
    Subject require(NeedFact need, OfferFact offer, boolean invited) {
        Judgement judgement = engine.judge(need, offer, replica.facts(), basis.now());
        List<Breach> forbidding = judgement.breaches().stream()
                .filter(breach -> !WISHES.contains(breach.rule()))
                .toList();
        if (!forbidding.isEmpty()) {
            throw refusal(ProposalProblem.NOT_ADMISSIBLE, forbidding);
        }
        if (!judgement.matches() && !invited) {
            throw refusal(ProposalProblem.NOT_A_MATCH, judgement.breaches());
        }
        // An unknown organization breaks a rule.
        return new Subject(need, offer, Objects.requireNonNull(judgement.organization()), !judgement.matches());
    }

    private static ProblemException refusal(ProposalProblem problem, List<Breach> breaches) {
        return problem.because(
                breaches.stream().map(breach -> breach.sentence().zh()).collect(Collectors.joining()),
                breaches.stream().map(breach -> breach.sentence().en()).collect(Collectors.joining(" ")));
    }
}
