package org.duijie.matching.subscription;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duijie.chassis.text.Text;
import org.duijie.matching.filter.Alternative;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.filter.Member;
import org.duijie.matching.replica.DivisionCode;
import org.duijie.matching.replica.OfferFact;

/** Why a filter can never match anything, whatever is published: by itself, or with the offers that there are. */
final class Obstacles {

    private static final int MOST_SENTENCES = 50;

    private final List<Alternative> alternatives;
    private final LocalDate today;

    /** A filter of too many alternatives is not looked through, and taken to match something. */
    Obstacles(Filter filter, LocalDate today) {
        this.alternatives = Alternative.of(filter).orElse(List.of(new Alternative(List.of())));
        this.today = today;
    }

    /** Empty where at least one of the offers may match something that is meant. */
    List<Text> of(List<OfferFact> offers) {
        List<Optional<Text>> contradictions =
                alternatives.stream().map(one -> one.contradiction(today)).toList();
        if (contradictions.stream().allMatch(Optional::isPresent)) {
            return some(contradictions.stream());
        }
        if (offers.isEmpty()) {
            return List.of(Text.of("贵组织没有开放的资源；订阅只匹配本组织开放的资源。", "You have no open offer, and only those are matched."));
        }
        List<Alternative> possible = alternatives.stream()
                .filter(one -> one.contradiction(today).isEmpty())
                .toList();
        List<Optional<Text>> obstacles =
                offers.stream().map(offer -> obstacle(possible, offer)).toList();
        return obstacles.stream().allMatch(Optional::isPresent) ? some(obstacles.stream()) : List.of();
    }

    private static List<Text> some(Stream<Optional<Text>> sentences) {
        return sentences
                .flatMap(Optional::stream)
                .distinct()
                .limit(MOST_SENTENCES)
                .toList();
    }

    /** What keeps the offer from each of the alternatives, if all of them are kept from it. */
    private Optional<Text> obstacle(List<Alternative> possible, OfferFact offer) {
        if (offer.validUntil().isBefore(today)) {
            return sentence(offer, List.of(Text.of("已过有效期", "is no longer valid")));
        }
        List<Text> reasons = new ArrayList<>();
        for (Alternative one : possible) {
            Optional<Text> reason = reason(one, offer);
            if (reason.isEmpty()) {
                return Optional.empty();
            }
            reasons.add(reason.get());
        }
        return sentence(offer, reasons);
    }

    private static Optional<Text> reason(Alternative one, OfferFact offer) {
        if (!one.allowsOneOf(Member.FIELD, offer.fields())) {
            return Optional.of(Text.of("不服务于所订阅的任何领域", "serves none of the fields that are asked for"));
        }
        if (!one.allowsOneOf(Member.MODE, offer.modes())) {
            return Optional.of(Text.of("不提供所订阅的任何帮扶方式", "helps in none of the modes that are asked for"));
        }
        if (!one.allows(Member.DIVISION, code -> reaches(offer, code))) {
            return Optional.of(Text.of("不服务于所订阅的任何地区", "serves none of the divisions that are asked for"));
        }
        Long smallest = offer.smallestCommitmentFen();
        if (smallest != null && one.mostFen() < smallest) {
            return Optional.of(Text.of("的最小承诺超过所订阅的金额", "commits to no amounts as small as those that are asked for"));
        }
        if (one.latestDeadline().isBefore(offer.validFrom())) {
            return Optional.of(Text.of("到所订阅的截止日还未生效", "begins after the deadlines that are asked for"));
        }
        return Optional.empty();
    }

    /** Whether some county lies in both. */
    private static boolean reaches(OfferFact offer, String wanted) {
        boolean served = offer.divisions().isEmpty()
                || offer.divisions().stream()
                        .anyMatch(code -> DivisionCode.covers(code, wanted) || DivisionCode.covers(wanted, code));
        return served && offer.excludedDivisions().stream().noneMatch(code -> DivisionCode.covers(code, wanted));
    }

    private static Optional<Text> sentence(OfferFact offer, List<Text> reasons) {
        List<Text> distinct = reasons.stream().distinct().toList();
        String zh = distinct.stream().map(Text::zh).collect(Collectors.joining("，或"));
        String en = distinct.stream().map(Text::en).collect(Collectors.joining(", or "));
        return Optional.of(
                Text.of("资源“" + offer.title() + "”" + zh + "。", "The offer “" + offer.title() + "” " + en + "."));
    }
}
