package org.duijie.matching.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.Edit.Subject;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;

/** Whether both sides are open, and whether their days meet. */
public final class TimeChecks {

    static final Check NEED_OPEN = new Check(
            pair -> !pair.need().open(),
            pair -> Text.of(
                    "该需求当前不开放（" + Words.of(pair.need().status()).zh() + "）。",
                    "The need is not open (" + Words.of(pair.need().status()).en() + ")."),
            pair -> Change.of(
                    "需求经审核发布。",
                    "Have the need reviewed and published.",
                    Edit.set(Subject.NEED, "status", "PUBLISHED")));

    static final Check OFFER_OPEN = new Check(
            pair -> !pair.offer().open(),
            pair -> Text.of(
                    "该资源当前不开放（" + Words.of(pair.offer().status()).zh() + "）。",
                    "The offer is not open (" + Words.of(pair.offer().status()).en() + ")."),
            pair -> Change.of("重新开放同样的资源。", "Open such an offer again.", Edit.set(Subject.OFFER, "status", "OPEN")));

    /**
     * The two can agree from today or the offer's first day, whichever is later, to the deadline or the offer's last
     * day, whichever is earlier; and the offer's days meet the days in which the need is to be carried out.
     */
    static final Check PERIOD = new Check(
            pair -> missed(
                    pair.on().toEpochDay(),
                    pair.offer().validFrom().toEpochDay(),
                    pair.offer().validUntil().toEpochDay(),
                    pair.need().deadline().toEpochDay(),
                    pair.need().periodStart().toEpochDay(),
                    pair.need().periodEnd().toEpochDay()),
            TimeChecks::whyMissed,
            TimeChecks::moveDates);

    private TimeChecks() {}

    /** Do the days of the two miss each other? Days are counted from 1970-01-01. */
    public static boolean missed(
            long on, long validFrom, long validUntil, long deadline, long periodStart, long periodEnd) {
        long first = Math.max(on, validFrom);
        return first > deadline || first > periodEnd || Math.max(on, periodStart) > validUntil;
    }

    private static Text whyMissed(Pair pair) {
        NeedFact need = pair.need();
        OfferFact offer = pair.offer();
        if (pair.on().isAfter(need.deadline())) {
            return Text.of(
                    "需求的对接截止日 " + need.deadline() + " 已过。", "The need's deadline " + need.deadline() + " has passed.");
        }
        if (pair.on().isAfter(offer.validUntil())) {
            return Text.of("资源的有效期已于 " + offer.validUntil() + " 届满。", "The offer ended on " + offer.validUntil() + ".");
        }
        if (pair.on().isAfter(need.periodEnd())) {
            return Text.of(
                    "需求的实施期已于 " + need.periodEnd() + " 结束。", "The need's period ended on " + need.periodEnd() + ".");
        }
        return Text.of(
                "资源有效期（" + offer.validFrom() + " 至 " + offer.validUntil() + "）与需求的截止日（" + need.deadline() + "）或实施期（"
                        + need.periodStart() + " 至 " + need.periodEnd() + "）不相接。",
                "The offer's days (" + offer.validFrom() + " to " + offer.validUntil()
                        + ") do not meet the need's deadline (" + need.deadline() + ") or its period ("
                        + need.periodStart() + " to " + need.periodEnd() + ").");
    }

    /** Each day that comes too early is moved to the first that would do; the offer's first day is moved last. */
    private static Change moveDates(Pair pair) {
        NeedFact need = pair.need();
        OfferFact offer = pair.offer();
        LocalDate deadline = later(need.deadline(), pair.on());
        LocalDate periodEnd = later(need.periodEnd(), pair.on());
        LocalDate until = later(offer.validUntil(), later(pair.on(), need.periodStart()));
        LocalDate from = earlier(offer.validFrom(), earlier(deadline, periodEnd));
        List<Edit> edits = new ArrayList<>();
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        if (!deadline.equals(need.deadline())) {
            edits.add(Edit.set(Subject.NEED, "deadline", deadline));
            zh.add("需求截止日延至 " + deadline);
            en.add("the need's deadline to " + deadline);
        }
        if (!periodEnd.equals(need.periodEnd())) {
            edits.add(Edit.set(Subject.NEED, "periodEnd", periodEnd));
            zh.add("需求实施期延至 " + periodEnd);
            en.add("the end of the need's period to " + periodEnd);
        }
        if (!until.equals(offer.validUntil())) {
            edits.add(Edit.set(Subject.OFFER, "validUntil", until));
            zh.add("资源有效期延至 " + until);
            en.add("the offer's last day to " + until);
        }
        if (!from.equals(offer.validFrom())) {
            edits.add(Edit.set(Subject.OFFER, "validFrom", from));
            zh.add("资源起始日提前至 " + from);
            en.add("the offer's first day to " + from);
        }
        return new Change(
                Text.of(String.join("，", zh) + "。", "Move " + String.join(", ", en) + "."), List.copyOf(edits));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
