package org.duijie.project.need;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.project.need.NeedTerms.Category;
import org.duijie.project.need.NeedTerms.Field;
import org.duijie.project.need.NeedTerms.Item;
import org.duijie.project.need.NeedTerms.Mode;

/** Needs for tests that say only what matters to them. */
final class NeedMother {

    static final Actor BUREAU = actor("bureau");
    static final Actor OFFICE = actor("office");
    static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    static final LocalDate DEADLINE = LocalDate.of(2027, 12, 31);
    static final Instant NOW = Instant.parse("2027-03-01T02:00:00Z");

    private NeedMother() {}

    static Actor actor(String id) {
        return new Actor(id, null, null);
    }

    static Item books() {
        return new Item(Item.Kind.GOODS, "GOODS.BOOKS", "小学课外读物", new BigDecimal("2000"), "册", 5_000_000);
    }

    static Item funds() {
        return new Item(Item.Kind.FUNDS, "FUNDS", "教师培训费", new BigDecimal("12000.5"), "元", 1_200_050);
    }

    static NeedTerms terms() {
        return terms(DEADLINE, books(), funds());
    }

    static NeedTerms terms(LocalDate deadline, Item... items) {
        return terms("为全县十二所寄宿制小学各建一个图书角。", deadline, items);
    }

    static NeedTerms terms(String summary, LocalDate deadline, Item... items) {
        return new NeedTerms(
                "130722",
                "乡村小学图书角",
                summary,
                Field.EDUCATION,
                Category.DEVELOPMENT,
                Mode.CAPACITY_BUILDING,
                List.of(items),
                true,
                320,
                110,
                LocalDate.of(2027, 9, 1),
                LocalDate.of(2028, 6, 30),
                deadline,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    static NeedTerms withBeneficiaries(NeedTerms terms, int persons, int households) {
        return new NeedTerms(
                terms.divisionCode(),
                terms.title(),
                terms.summary(),
                terms.field(),
                terms.category(),
                terms.mode(),
                terms.items(),
                terms.splittable(),
                persons,
                households,
                terms.periodStart(),
                terms.periodEnd(),
                terms.deadline(),
                terms.admittedLevels(),
                terms.admittedTypes(),
                terms.excludedOrganizations(),
                terms.beneficiaryOrganization(),
                terms.evidence());
    }

    static NeedTerms inDivision(String code, NeedTerms terms) {
        return new NeedTerms(
                code,
                terms.title(),
                terms.summary(),
                terms.field(),
                terms.category(),
                terms.mode(),
                terms.items(),
                terms.splittable(),
                terms.beneficiaryPersons(),
                terms.beneficiaryHouseholds(),
                terms.periodStart(),
                terms.periodEnd(),
                terms.deadline(),
                terms.admittedLevels(),
                terms.admittedTypes(),
                terms.excludedOrganizations(),
                terms.beneficiaryOrganization(),
                terms.evidence());
    }

    /** What happened so far is already taken: a test sees only the events of its own verb. */
    static Need aDraft() {
        return settled(Need.draft(UUID.randomUUID(), BUREAU, terms(), "张北县", NOW));
    }

    static Need aSubmittedNeed() {
        Need need = aDraft();
        need.submit(BUREAU, TODAY, NOW);
        return settled(need);
    }

    static Need aReturnedNeed() {
        Need need = aSubmittedNeed();
        need.sendBack(OFFICE, List.of("请补充图书清单"), NOW);
        return settled(need);
    }

    static Need aPublishedNeed() {
        Need need = aSubmittedNeed();
        need.publish(OFFICE, List.of(), TODAY, NOW);
        return settled(need);
    }

    static Need aWithdrawnNeed() {
        Need need = aPublishedNeed();
        need.withdraw(BUREAU, "已由县财政解决", NOW);
        return settled(need);
    }

    static Need anExpiredNeed() {
        Need need = aPublishedNeed();
        need.expire(DEADLINE.plusDays(1), NOW);
        return settled(need);
    }

    private static Need settled(Need need) {
        need.takeChanges();
        return need;
    }
}
