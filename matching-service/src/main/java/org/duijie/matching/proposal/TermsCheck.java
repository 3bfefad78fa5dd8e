package org.duijie.matching.proposal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duijie.chassis.money.Money;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.matching.proposal.ProposalTerms.Item;
import org.duijie.matching.proposal.ProposalTerms.Milestone;
import org.duijie.matching.proposal.ProposalTerms.Pledge;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.jspecify.annotations.Nullable;

/**
 * Whether terms fit the need and the offer that they are about, and each other. All faults are named at once.
 *
 * @param today of the making: what is agreed lies ahead
 */
record TermsCheck(Subject subject, ProposalTerms terms, LocalDate answerBy, LocalDate today) {

    /** The longest that somebody is kept waiting. */
    static final int ANSWER_DAYS_AT_MOST = 90;

    private static final String FUNDS = "FUNDS";

    /**
     * Refuses terms that do not fit.
     *
     * @throws ProblemException 422 with a pointer for each place; 409 if so much is not left
     */
    void require() {
        ProblemException faults = ProposalProblem.CONTRADICTORY.problem();
        checkItems(faults);
        checkWhole(faults);
        checkDays(faults);
        checkMilestones(faults);
        checkPledges(faults);
        if (!faults.faults().isEmpty()) {
            throw faults;
        }
        PersonalData.refuse(ProposalProblem.PERSONAL_DATA, texts());
        requireEnoughLeft();
    }

    private NeedFact need() {
        return subject.need();
    }

    private OfferFact offer() {
        return subject.offer();
    }

    private void checkItems(ProblemException faults) {
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < terms.items().size(); i++) {
            Item item = terms.items().get(i);
            String line = "#/items/" + i;
            if (!places.add(item.item())) {
                faults.and(line + "/item", "同一物项出现了两次。", "The same item appears twice.");
            }
            if (item.valueFen() == 0) {
                faults.and(line + "/value/amount", "价值须大于零。", "The value is greater than zero.");
            }
            if (item.quantityThousandths() > asked(item).quantityThousandths()) {
                faults.and(line + "/quantity", "超过需求尚缺的数量。", "It is more than the need still asks for.");
            }
            if (isFunds(item) && item.quantityThousandths() != item.valueFen() * 10) {
                faults.and(line + "/quantity", "资金的数量须等于其价值。", "Of funds the quantity is the value.");
            }
            if (serving(item).isEmpty()) {
                faults.and(line + "/item", "该资源没有可用于此物项的内容。", "The offer has nothing that serves this item.");
            }
        }
    }

    private ItemFact asked(Item item) {
        return need().item(item.item()).orElseThrow();
    }

    private List<ItemFact> serving(Item item) {
        return offer().items().stream()
                .filter(offered -> offered.serves(asked(item)))
                .toList();
    }

    private static boolean isFunds(Item item) {
        return item.resourceCode().equals(FUNDS) || item.resourceCode().startsWith(FUNDS + ".");
    }

    private void checkWhole(ProblemException faults) {
        boolean whole = terms.items().size() == need().items().size()
                && terms.items().stream()
                        .allMatch(item ->
                                item.quantityThousandths() == asked(item).quantityThousandths());
        if (!need().splittable() && !whole) {
            faults.and("#/items", "该需求不可拆分，须承接全部物项的全部数量。", "The need may not be split: take all of every item.");
        }
        long fen = terms.valueFen();
        Long least = offer().smallestCommitmentFen();
        Long most = offer().largestCommitmentFen();
        if (!subject.byInvitation() && ((least != null && fen < least) || (most != null && fen > most))) {
            faults.and(
                    "#/items",
                    "总价值须在该资源每份协议的 " + yuan(least) + " 元至 " + yuan(most) + " 元之间。",
                    "One agreement takes from " + yuan(least) + " to " + yuan(most) + " yuan of the offer.");
        }
    }

    private static String yuan(@Nullable Long fen) {
        return fen == null ? "…" : Money.ofFen(fen).amount();
    }

    private void checkDays(ProblemException faults) {
        if (terms.periodEnd().isBefore(terms.periodStart())) {
            faults.and("#/periodEnd", "结束早于开始。", "It ends before it begins.");
        }
        if (terms.periodEnd().isBefore(today)) {
            faults.and("#/periodEnd", "期限已过。", "The period is over.");
        }
        if (terms.periodStart().isAfter(need().periodEnd()) || terms.periodEnd().isBefore(need().periodStart())) {
            faults.and("#/periodStart", "与需求的期限不相交。", "It does not meet the need's period.");
        }
        if (answerBy.isBefore(today) || answerBy.isAfter(today.plusDays(ANSWER_DAYS_AT_MOST))) {
            faults.and(
                    "#/answerBy",
                    "答复期限须在今天起 " + ANSWER_DAYS_AT_MOST + " 天之内。",
                    "The answer is due within " + ANSWER_DAYS_AT_MOST + " days from today.");
        }
        if (answerBy.isAfter(need().deadline()) || answerBy.isAfter(offer().validUntil())) {
            faults.and(
                    "#/answerBy",
                    "答复期限晚于需求截止日或资源有效期。",
                    "It is later than the need's deadline or the offer's last day.");
        }
    }

    private void checkMilestones(ProblemException faults) {
        LocalDate before = terms.periodStart();
        long paid = 0;
        for (int i = 0; i < terms.milestones().size(); i++) {
            Milestone milestone = terms.milestones().get(i);
            if (milestone.dueOn().isBefore(before)) {
                faults.and(
                        "#/milestones/" + i + "/dueOn",
                        "早于期限开始或前一节点。",
                        "It is before the period or the milestone before it.");
            }
            before = milestone.dueOn();
            paid += milestone.paymentFen() == null ? 0 : milestone.paymentFen();
        }
        long funds = terms.items().stream()
                .filter(TermsCheck::isFunds)
                .mapToLong(Item::valueFen)
                .sum();
        if (paid > funds) {
            faults.and("#/milestones", "付款合计超过资金总额。", "The payments add up to more than the funds.");
        }
    }

    /** Where arrivals are scheduled, all of each item is. */
    private void checkPledges(ProblemException faults) {
        for (int i = 0; i < terms.pledges().size(); i++) {
            Pledge pledge = terms.pledges().get(i);
            if (terms.items().stream().noneMatch(item -> item.item() == pledge.item())) {
                faults.and("#/pledges/" + i + "/item", "所提物项中没有这一项。", "This item is not among those proposed.");
            }
            if (pledge.dueOn().isBefore(today)) {
                faults.and("#/pledges/" + i + "/dueOn", "日期已过。", "That day is over.");
            }
        }
        for (int i = 0; i < terms.items().size() && !terms.pledges().isEmpty(); i++) {
            Item item = terms.items().get(i);
            long pledged = terms.pledges().stream()
                    .filter(pledge -> pledge.item() == item.item())
                    .mapToLong(Pledge::valueFen)
                    .sum();
            if (pledged != item.valueFen()) {
                faults.and(
                        "#/pledges",
                        "第 " + item.item() + " 项的分期合计与其价值不符。",
                        "What is pledged of item " + item.item() + " does not add up to its value.");
            }
        }
    }

    private Map<String, @Nullable String> texts() {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("#/conditions", terms.conditions());
        for (int i = 0; i < terms.milestones().size(); i++) {
            texts.put("#/milestones/" + i + "/title", terms.milestones().get(i).title());
        }
        return texts;
    }

    /** A courtesy: whether it can be had is decided by the offer itself, when both sides want it. */
    private void requireEnoughLeft() {
        for (int i = 0; i < terms.items().size(); i++) {
            Item item = terms.items().get(i);
            long left = serving(item).stream()
                    .mapToLong(ItemFact::quantityThousandths)
                    .sum();
            if (item.quantityThousandths() > left) {
                String quantity = quantity(left) + " " + item.unit();
                throw ProposalProblem.NOT_ENOUGH_LEFT.at(
                        "#/items/" + i + "/quantity", "只余 " + quantity + "。", quantity + " are left.");
            }
        }
    }

    /** Thousandths as a decimal string: 2000, not 2000.000. */
    static String quantity(long thousandths) {
        return thousandths == 0
                ? "0"
                : BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }
}
