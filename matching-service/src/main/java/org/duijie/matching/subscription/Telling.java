package org.duijie.matching.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.Judgement;
import org.duijie.matching.match.Match;
import org.duijie.matching.match.MatchedNeed;
import org.duijie.matching.match.MatchedOffer;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.occasion.Occasion;
import org.duijie.matching.occasion.ReasonCode;
import org.duijie.matching.project.ProjectRepository;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.ProjectState;
import org.jspecify.annotations.Nullable;

/**
 * Compares what matches now with what was last told, and gathers the difference: all that one transaction tells. It
 * rests on the wishes and facts of that transaction.
 */
final class Telling {

    private final Evaluation evaluation;
    private final Told told;
    private final ProjectRepository projects;
    private final Instant now;
    private final List<Announcement> announcements = new ArrayList<>();

    Telling(Evaluation evaluation, Told told, ProjectRepository projects, Instant now) {
        this.evaluation = evaluation;
        this.told = told;
        this.projects = projects;
        this.now = now;
    }

    /** Reads in two round trips what was told of these facts. */
    void prepare(List<Fact> facts) {
        told.prepare(
                Told.Side.NEED,
                facts.stream().filter(NeedFact.class::isInstance).map(Fact::id).collect(Collectors.toSet()));
        told.prepare(
                Told.Side.OFFER,
                facts.stream().filter(OfferFact.class::isInstance).map(Fact::id).collect(Collectors.toSet()));
    }

    /** Looks again at the pairs in the scope, or tells those who watch what is in it. */
    void tell(Scope scope, Occasion occasion) {
        if (scope instanceof Scope.OfWatched(var names)) {
            names.forEach(name -> tellWatchers(name, occasion));
            return;
        }
        Map<CurrentMatchKey, Integer> before = before(scope);
        Map<CurrentMatchKey, Match> matches = evaluation.of(scope);
        List<CurrentMatchKey> keys = Stream.concat(before.keySet().stream(), matches.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        for (CurrentMatchKey key : keys) {
            NeedFact need = facts().need(key.needId());
            OfferFact offer = facts().offer(key.offerId());
            Outcome outcome = outcome(before.get(key), matches.get(key));
            // A replica that is being read in anew has not heard of everything that was told; silence ends nothing.
            if (outcome != null && need != null && offer != null) {
                told.put(key, outcome.type() == MatchEventType.MATCH_ENDED ? null : outcome.after());
                announcements.add(announcement(key, need, offer, outcome, occasion));
            }
        }
    }

    /** What is watched is found by its name. Who no longer may see a project is no longer told of it. */
    private void tellWatchers(String name, Occasion occasion) {
        List<Watch> watchers = evaluation.wishes().watches().of(name).stream()
                .filter(watch -> evaluation.ours().test(watch.organization()))
                .toList();
        if (watchers.isEmpty()) {
            return;
        }
        if (occasion.code() == ReasonCode.PROJECT_CHANGED) {
            UUID id = UUID.fromString(name);
            ProjectState project = projects.find(List.of(id)).get(id);
            if (project != null) {
                watchers.stream()
                        .filter(watch -> project.organization().equals(watch.organization()))
                        .forEach(watch ->
                                announcements.add(Announcement.of(watch, WatchedProject.of(project), occasion, now)));
            }
            return;
        }
        facts().organizationOf(name).ifPresent(organization -> {
            Occasion ofOrganization = Reasons.ofOrganization(occasion, organization, evaluation.basis());
            if (!ofOrganization.changes().isEmpty() || Reasons.tellsOfANewcomer(occasion)) {
                WatchedOrganization standing =
                        WatchedOrganization.of(organization, evaluation.basis().on());
                watchers.forEach(watch -> announcements.add(Announcement.of(watch, standing, ofOrganization, now)));
            }
        });
    }

    /** What was told to somebody whose wish is unknown is left alone: nobody can say that it ended. */
    private Map<CurrentMatchKey, Integer> before(Scope scope) {
        return switch (scope) {
            case Scope.OfNeeds(var ids) -> told.of(Told.Side.NEED, ids, this::looksAfter);
            case Scope.OfOffers(var ids) -> told.of(Told.Side.OFFER, ids, this::looksAfter);
            case Scope.OfWatched _ -> Map.of();
            case Scope.OfOrganizations(var codes) ->
                told.of(
                        Told.Side.SUBSCRIPTION,
                        codes.stream()
                                .filter(evaluation.ours())
                                .flatMap(code -> evaluation.wishes().ids(code).stream())
                                .toList(),
                        this::looksAfter);
        };
    }

    private boolean looksAfter(UUID subscription) {
        String organization = evaluation.wishes().organization(subscription);
        return organization != null && evaluation.ours().test(organization);
    }

    /** What is to be written, in the order of telling. */
    List<Announcement> announcements() {
        return announcements;
    }

    Map<CurrentMatchKey, Told.Change> changes() {
        return told.changes();
    }

    private Facts facts() {
        return evaluation.facts();
    }

    /** What became of a pair, and its scores before and after. */
    private record Outcome(MatchEventType type, int before, int after) {}

    private static @Nullable Outcome outcome(@Nullable Integer before, @Nullable Match match) {
        if (before == null) {
            return match == null ? null : new Outcome(MatchEventType.MATCH_BEGAN, 0, match.ppm());
        }
        if (match == null) {
            return new Outcome(MatchEventType.MATCH_ENDED, before, before);
        }
        return Materiality.differs(before, match.ppm())
                ? new Outcome(MatchEventType.MATCH_CHANGED, before, match.ppm())
                : null;
    }

    private Announcement announcement(
            CurrentMatchKey key, NeedFact need, OfferFact offer, Outcome outcome, Occasion occasion) {
        Occasion ofPair = Reasons.ofPair(occasion, need, offer, facts(), evaluation.basis());
        Text consequence = consequence(key, need, offer, outcome);
        return new Announcement(
                key.subscriptionId(),
                outcome.type(),
                now,
                MatchedNeed.of(need, facts().division(need.divisionCode())),
                MatchedOffer.of(offer),
                outcome.after(),
                null,
                null,
                ofPair.code(),
                Text.of(
                        ofPair.sentence().zh() + consequence.zh(),
                        ofPair.sentence().en() + consequence.en()),
                ofPair.changes(),
                ofPair.cause(),
                null);
    }

    private Text consequence(CurrentMatchKey key, NeedFact need, OfferFact offer, Outcome outcome) {
        String before = Ppm.text(outcome.before());
        String after = Ppm.text(outcome.after());
        return switch (outcome.type()) {
            case MATCH_BEGAN -> Text.of("，开始匹配，得分 " + after + "。", ": it matches now, with a score of " + after + ".");
            case MATCH_CHANGED ->
                Text.of(
                        "，得分由 " + before + " 变为 " + after + "。",
                        ": the score went from " + before + " to " + after + ".");
            case MATCH_ENDED -> whyEnded(key, need, offer);
            case ORGANIZATION_CHANGED, PROJECT_CHANGED ->
                throw new IllegalArgumentException("Nothing that becomes of a pair");
        };
    }

    private Text whyEnded(CurrentMatchKey key, NeedFact need, OfferFact offer) {
        Judgement judgement = evaluation.engine().judge(need, offer, facts(), evaluation.basis());
        if (!judgement.matches()) {
            Text breach = judgement.breaches().getFirst().sentence();
            return Text.of("，不再匹配：" + breach.zh(), ": it matches no longer. " + breach.en());
        }
        return evaluation.wishes().wants(key.subscriptionId(), evaluation.candidate(need))
                ? Text.of(
                        "，得分降至 " + Ppm.text(judgement.ppm()) + "，低于订阅的下限。",
                        ": the score fell to " + Ppm.text(judgement.ppm()) + ", below what the subscription asks for.")
                : Text.of("，已不在订阅范围内。", ": it is no longer within the subscription.");
    }
}
