package org.duijie.matching.subscription;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.duijie.chassis.text.Text;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.backtest.BackTestResponse;
import org.duijie.matching.backtest.BackTestService;
import org.duijie.matching.backtest.Trial;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.CurrentBasis;
import org.duijie.matching.match.Match;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.match.Scans;
import org.duijie.matching.replica.DivisionCode;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.Replica;
import org.jspecify.annotations.Nullable;

/** Counts what a wish matches now and has matched, and says where it can match nothing, whatever is published. */
@Singleton
class Previews {

    private static final int MONTHS = 4;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int MOST_SENTENCES = 50;

    private final MatchEngine engine;
    private final Facts facts;
    private final CurrentBasis current;
    private final BackTestService backTests;
    private final Scans scans;

    @Inject
    Previews(MatchEngine engine, Replica replica, CurrentBasis current, BackTestService backTests, Scans scans) {
        this.engine = engine;
        this.facts = replica.facts();
        this.current = current;
        this.backTests = backTests;
        this.scans = scans;
    }

    /** @param caller who asks; one caller has one such question at a time */
    SubscriptionPreviewResponse of(Wish wish, String caller) {
        Basis basis = current.now();
        List<OfferFact> offers = facts.offersOf(wish.organization()).stream()
                .filter(OfferFact::open)
                .toList();
        List<Match> matches =
                scans.look(caller, () -> offers.stream()
                        .flatMap(offer -> engine
                                .allNeeds(
                                        offer,
                                        facts,
                                        basis,
                                        need -> wish.unwanted(need).isEmpty(),
                                        wish.minimumPpm())
                                .stream())
                        .toList());
        return new SubscriptionPreviewResponse(
                (int) matches.stream()
                        .map(match -> match.need().id())
                        .distinct()
                        .count(),
                matches.size(),
                offers.isEmpty() ? null : perWeek(wish, offers, caller),
                never(wish, offers, basis.on()));
    }

    /** Needs that began to match in whole months; those of the first month may have begun before it. */
    private @Nullable BigDecimal perWeek(Wish wish, List<OfferFact> offers, String caller) {
        BackTestResponse past = backTests.run(
                new Trial(
                        facts.organization(offers.getFirst().organizationId()),
                        offers,
                        wish::unwanted,
                        wish.minimumPpm()),
                MONTHS,
                caller);
        LocalDate kept = LocalDate.ofInstant(past.keptSince(), BusinessDay.ZONE);
        LocalDate from = YearMonth.from(past.from()).plusMonths(1).atDay(1);
        LocalDate begin =
                kept.isAfter(from) ? YearMonth.from(kept).plusMonths(1).atDay(1) : from;
        long days = ChronoUnit.DAYS.between(begin, past.to()) + 1;
        if (days < DAYS_OF_A_WEEK) {
            return null;
        }
        int began = past.months().stream()
                .filter(month -> !YearMonth.parse(month.month()).isBefore(YearMonth.from(begin)))
                .mapToInt(BackTestResponse.InMonth::matched)
                .sum();
        return BigDecimal.valueOf((long) began * DAYS_OF_A_WEEK)
                .divide(BigDecimal.valueOf(days), 1, RoundingMode.HALF_UP);
    }

    /** Empty where at least one offer could match something that the wish wants. */
    private static List<Text> never(Wish wish, List<OfferFact> offers, LocalDate today) {
        if (offers.isEmpty()) {
            return List.of(Text.of("贵组织没有开放的资源；订阅只匹配本组织开放的资源。", "You have no open offer, and only those are matched."));
        }
        List<Optional<Text>> obstacles =
                offers.stream().map(offer -> obstacle(wish, offer, today)).toList();
        return obstacles.stream().allMatch(Optional::isPresent)
                ? obstacles.stream()
                        .flatMap(Optional::stream)
                        .limit(MOST_SENTENCES)
                        .toList()
                : List.of();
    }

    private static Optional<Text> obstacle(Wish wish, OfferFact offer, LocalDate today) {
        if (offer.validUntil().isBefore(today)) {
            return of(offer, "已过有效期", "is no longer valid");
        }
        if (apart(wish.fields(), offer.fields())) {
            return of(offer, "不服务于所订阅的任何领域", "serves none of the fields that are asked for");
        }
        if (apart(wish.modes(), offer.modes())) {
            return of(offer, "不提供所订阅的任何帮扶方式", "helps in none of the modes that are asked for");
        }
        if (!wish.divisions().isEmpty() && wish.divisions().stream().noneMatch(code -> reaches(offer, code))) {
            return of(offer, "不服务于所订阅的任何地区", "serves none of the divisions that are asked for");
        }
        return Optional.empty();
    }

    private static boolean apart(List<String> wanted, List<String> served) {
        return !wanted.isEmpty() && !served.isEmpty() && Collections.disjoint(wanted, served);
    }

    /** Whether some county lies in both. */
    private static boolean reaches(OfferFact offer, String wanted) {
        boolean served = offer.divisions().isEmpty()
                || offer.divisions().stream()
                        .anyMatch(code -> DivisionCode.covers(code, wanted) || DivisionCode.covers(wanted, code));
        return served && offer.excludedDivisions().stream().noneMatch(code -> DivisionCode.covers(code, wanted));
    }

    private static Optional<Text> of(OfferFact offer, String zh, String en) {
        return Optional.of(
                Text.of("资源“" + offer.title() + "”" + zh + "。", "The offer “" + offer.title() + "” " + en + "."));
    }
}
