package org.duijie.project.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.duijie.project.need.Evidence;
import org.duijie.project.need.NeedTerms;
import org.duijie.project.need.NeedTerms.Category;
import org.duijie.project.need.NeedTerms.Field;
import org.duijie.project.need.NeedTerms.Item;
import org.duijie.project.need.NeedTerms.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final String SUMMARY = "为全县十二所寄宿制小学各建一个图书角，补充课外读物，并培训一名兼职管理教师。";

    private final NeedRules rules = new NeedRules();

    @Test
    void hasNothingToSayAboutAGoodNeed() {
        assertThat(rules.hints(need("乡村小学图书角", SUMMARY, 320, 110, books()), TODAY))
                .isEmpty();
    }

    /** What the press found on a platform of 2019: one household's wishes, passed by village reviewers. */
    @ParameterizedTest
    @CsvSource({
        "腿摔断了，希望有台跑步机锻炼身体, BLOCKING, private-wish",
        "家里想在县城要一套楼房, BLOCKING, private-wish",
        "需要一件名牌羽绒服过冬试一下, BLOCKING, private-wish",
        "想给女儿买个充电宝，方便平时联系, BLOCKING, private-wish",
        "需要一部 OPPO 手机方便平时联系, BLOCKING, private-wish"
    })
    void refusesTheWishesThatShamedOthers(String summary, Hint.Severity severity, String code) {
        List<Hint> hints = rules.hints(need("生活帮扶", summary, 3, 1, item("GOODS.OTHER", "1", "件", 3_000_00)), TODAY);

        assertThat(hints).anySatisfy(hint -> {
            assertThat(hint.code()).isEqualTo(code);
            assertThat(hint.severity()).isEqualTo(severity);
            assertThat(hint.pointer()).isEqualTo("#/summary");
            assertThat(hint.source()).contains("http");
        });
    }

    @Test
    void asksTheReviewerWhatASchoolWantsATreadmillFor() {
        Item treadmills = new Item(Item.Kind.GOODS, "GOODS.SPORTS", "学校体质监测用跑步机", new BigDecimal("4"), "台", 12_000_00);

        assertThat(rules.hints(need("小学体育设施", SUMMARY, 320, 110, treadmills), TODAY))
                .singleElement()
                .satisfies(hint -> {
                    assertThat(hint.code()).isEqualTo("unusual-thing");
                    assertThat(hint.severity()).isEqualTo(Hint.Severity.WARNING);
                    assertThat(hint.pointer()).isEqualTo("#/items/0/description");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "10, 7000000, ''",
        "10, 7000100, price-above-standard",
        "10, 70000000, price-above-standard",
        "10, 70000100, price-far-above-standard",
        "0.001, 7000000, price-far-above-standard"
    })
    void holdsPricesToThePublishedStandard(String quantity, long fen, String code) {
        List<Hint> hints =
                rules.hints(need("小学计算机教室", SUMMARY, 320, 110, item("GOODS.COMPUTERS", quantity, "台", fen)), TODAY);

        assertThat(hints.stream()
                        .filter(hint -> hint.code().startsWith("price"))
                        .map(Hint::code))
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    @Test
    void comparesPricesOfTheSameUnitOnly() {
        assertThat(codes(need("小学计算机教室", SUMMARY, 320, 110, item("GOODS.COMPUTERS", "1", "间", 90_000_00))))
                .isEmpty();
        assertThat(codes(need("小学计算机教室", SUMMARY, 320, 110, item("GOODS.COMPUTERS.LAPTOP", "1", "台", 9_000_00))))
                .containsExactly("price-above-standard");
    }

    @Test
    void saysWhatANeedOfItsKindMustSay() {
        Item grants = new Item(Item.Kind.FUNDS, "FUNDS.STUDENT_GRANT", "助学金", new BigDecimal("50000"), "元", 50_000_00);

        assertThat(codes(need("助学", "助学金", 0, 20, grants)))
                .contains("purpose-stated", "students-counted")
                .doesNotContain("beneficiaries-counted");
        assertThat(codes(need("助学", "助学金", 0, 0, grants))).contains("beneficiaries-counted");
    }

    @Test
    void wantsDocumentsForAMillion() {
        NeedTerms need = need("乡村小学图书角", SUMMARY, 320, 110, item("GOODS.BOOKS", "40000", "册", 1_000_000_00));

        assertThat(codes(need)).containsExactly("evidence-attached");
        assertThat(codes(with(need, new Evidence("现状调查", "https://www.zhangbei.gov.example/survey.pdf", null))))
                .isEmpty();
    }

    @Test
    void explainsEveryHint() {
        List<Hint> hints = rules.hints(
                need("要", "要一台跑步机", 1, 1, item("GOODS.COMPUTERS", "1", "台", 2_000_000_00)), LocalDate.of(2027, 12, 30));

        assertThat(hints).hasSizeGreaterThan(4).allSatisfy(hint -> {
            assertThat(hint.detail().zh()).isNotBlank();
            assertThat(hint.detail().en()).isNotBlank();
            assertThat(hint.rule().zh()).isNotBlank();
            assertThat(hint.rule().en()).isNotBlank();
            assertThat(hint.source()).isNotBlank();
            assertThat(hint.pointer()).startsWith("#/");
        });
    }

    private List<String> codes(NeedTerms terms) {
        return rules.hints(terms, TODAY).stream().map(Hint::code).toList();
    }

    private static Item books() {
        return item("GOODS.BOOKS", "2000", "册", 50_000_00);
    }

    private static Item item(String resourceCode, String quantity, String unit, long fen) {
        return new Item(Item.Kind.GOODS, resourceCode, "物资", new BigDecimal(quantity), unit, fen);
    }

    private static NeedTerms need(String title, String summary, int persons, int households, Item... items) {
        return terms(title, summary, persons, households, Arrays.asList(items), List.of());
    }

    private static NeedTerms with(NeedTerms need, Evidence evidence) {
        return terms(
                need.title(),
                need.summary(),
                need.beneficiaryPersons(),
                need.beneficiaryHouseholds(),
                need.items(),
                List.of(evidence));
    }

    private static NeedTerms terms(
            String title, String summary, int persons, int households, List<Item> items, List<Evidence> evidence) {
        return new NeedTerms(
                "130722",
                title,
                summary,
                Field.EDUCATION,
                Category.DIRECT_AID,
                Mode.RELIEF,
                items,
                true,
                persons,
                households,
                LocalDate.of(2027, 9, 1),
                LocalDate.of(2028, 6, 30),
                LocalDate.of(2027, 12, 31),
                List.of(),
                List.of(),
                List.of(),
                null,
                evidence);
    }
}
