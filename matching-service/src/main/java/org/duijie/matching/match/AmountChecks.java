package org.duijie.matching.match;

import org.duijie.chassis.money.Money;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.Edit.Subject;
import org.duijie.matching.replica.OfferFact;

/** How much an organization gives to one need: no less than its smallest commitment, no more than its largest. */
final class AmountChecks {

    /**
     * What could be taken on of a need is at most its items in common with the offer, at the need's value. Where there
     * are none, that is said by {@link Rule#NO_COMMON_ITEM} alone.
     */
    static final Check SMALLEST = new Check(
            pair -> {
                Long smallest = pair.offer().smallestCommitmentFen();
                return smallest != null && !ScopeChecks.ITEM.broken().test(pair) && Common.valueFen(pair) < smallest;
            },
            pair -> Text.of(
                    "可承接部分价值 " + yuan(Common.valueFen(pair)) + " 元，低于该资源的最小承诺 " + smallest(pair.offer()) + " 元。",
                    "What could be taken on is worth " + yuan(Common.valueFen(pair))
                            + " CNY, less than the offer's smallest commitment of " + smallest(pair.offer()) + " CNY."),
            pair -> {
                String value = yuan(Common.valueFen(pair));
                return Change.of(
                        "资源的最小承诺降至 " + value + " 元。",
                        "Lower the offer's smallest commitment to " + value + " CNY.",
                        Edit.set(Subject.OFFER, "smallestCommitment", value));
            });

    static final Check LARGEST = new Check(
            pair -> {
                Long largest = pair.offer().largestCommitmentFen();
                return largest != null
                        && !pair.need().splittable()
                        && pair.need().valueFen() > largest;
            },
            pair -> Text.of(
                    "该需求价值 " + yuan(pair.need().valueFen()) + " 元且不可拆分，超过该资源的最大承诺 " + largest(pair.offer()) + " 元。",
                    "The need is worth " + yuan(pair.need().valueFen())
                            + " CNY and may not be split: more than the offer's largest commitment of "
                            + largest(pair.offer()) + " CNY."),
            pair -> {
                String value = yuan(pair.need().valueFen());
                return Change.of(
                        "资源的最大承诺提高到 " + value + " 元（或需求允许拆分）。",
                        "Raise the offer's largest commitment to " + value + " CNY (or let the need be split).",
                        Edit.set(Subject.OFFER, "largestCommitment", value));
            });

    /** What the need's side can do where {@link #LARGEST} is broken. */
    static final Change LET_IT_BE_SPLIT =
            Change.of("需求允许拆分。", "Let the need be split.", Edit.set(Subject.NEED, "splittable", true));

    private AmountChecks() {}

    private static String yuan(long fen) {
        return Money.ofFen(fen).amount();
    }

    private static String smallest(OfferFact offer) {
        Long fen = offer.smallestCommitmentFen();
        return fen == null ? "" : yuan(fen);
    }

    private static String largest(OfferFact offer) {
        Long fen = offer.largestCommitmentFen();
        return fen == null ? "" : yuan(fen);
    }
}
