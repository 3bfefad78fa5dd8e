package org.duijie.matching.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real model. Processors round its arithmetic a little differently: figures are held to what that leaves of them. */
class TextModelTest {

    private static final double ROUNDING = 0.02;

    private static TextModel model;

    @BeforeAll
    static void open() {
        model = TextModel.open();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @ParameterizedTest
    @CsvSource({
        "食用菌大棚建设, 香菇平菇栽培技术指导, 灭菌消毒设备捐赠",
        "义诊进乡村, 请医生到村里免费看病, 爱心义卖",
        "义诊进乡村, 请医生到村里免费看病, 义务植树",
        "助学, 资助家庭困难学生上学, 助听器验配",
        "村级光伏电站, 太阳能发电项目, 白内障复明手术",
        "马铃薯良种, 土豆种薯, 青年创业种子基金",
        "农产品电商人才培训：教返乡青年开网店, 网店运营和直播销售课程, 电工焊工取证培训",
        "留守儿童关爱, 父母在外打工的孩子没人陪伴, 留学生资助",
        "中药材种植, 黄芪种苗, 中医看病送药",
        "残疾儿童康复：脑瘫和听障孩子需要训练, 资助脑瘫儿童到机构做康复训练, 戒毒康复人员帮教",
    })
    void findsTheSameMeaningBeforeTheSameWords(String said, String meant, String worded) {
        TextVector text = model.read(said);

        assertThat(text.product(model.read(meant))).isGreaterThan(text.product(model.read(worded)));
    }

    @Test
    void readsTheSameTextTheSameWay() {
        String text = "村集体要建二十座出菇棚";

        assertThat(model.read(text).toBytes()).isEqualTo(model.read(text).toBytes());
        assertThat(model.read("助学".repeat(1_000)).toBytes()).hasSize(TextVector.DIMENSIONS);
    }

    /** The two marks of the calibration, read off the training half of the judged pairs. */
    @Test
    void isSpreadByTheMarksOfTheJudgedPairs() {
        JudgedPairs judged = new JudgedPairs();
        Map<Integer, List<Double>> cosines = new HashMap<>();
        Map<String, TextVector> needs = read(judged.needs);
        Map<String, TextVector> offers = read(judged.offers);
        needs.forEach((need, text) -> offers.forEach((offer, other) -> {
            if (judged.training(need)) {
                double cosine = text.product(other) / (double) (TextVector.LENGTH * TextVector.LENGTH);
                cosines.computeIfAbsent(judged.grade(need, offer), _ -> new ArrayList<>())
                        .add(cosine);
            }
        }));

        assertThat(share(cosines.get(0), 0.75)).isBetween(0.475 - ROUNDING, 0.475 + ROUNDING);
        assertThat(share(cosines.get(3), 0.50)).isBetween(0.725 - ROUNDING, 0.725 + ROUNDING);
    }

    /** The judged pairs of the other half, which no mark was read off. */
    @Test
    void ranksWhatIsJustAskedForFirst() {
        JudgedPairs judged = new JudgedPairs();
        Map<String, TextVector> offers = read(judged.offers);
        long first = judged.needs.entrySet().stream()
                .filter(need -> !judged.training(need.getKey()))
                .filter(need -> {
                    TextVector text = model.read(need.getValue());
                    String best = offers.entrySet().stream()
                            .max(Comparator.comparingInt(offer -> text.product(offer.getValue())))
                            .orElseThrow()
                            .getKey();
                    return judged.grade(need.getKey(), best) == 3;
                })
                .count();

        assertThat(first).isGreaterThanOrEqualTo(16);
    }

    private static Map<String, TextVector> read(Map<String, String> texts) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, text -> model.read(text.getValue())));
    }

    private static double share(List<Double> values, double share) {
        return values.stream().sorted().toList().get((int) (values.size() * share));
    }
}
