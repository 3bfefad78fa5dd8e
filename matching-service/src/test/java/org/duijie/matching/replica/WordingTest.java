package org.duijie.matching.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void putsTitleSummaryAndItemsTogether() {
        assertThat(Wording.of("乡村小学图书角", "为十二所小学建图书角。", List.of(item("课外读物"), item("书架")), ""))
                .isEqualTo("乡村小学图书角。为十二所小学建图书角。课外读物、书架");
    }

    @Test
    void leavesOutWhereItIs() {
        assertThat(Wording.of("张北县图书角", "张北县的学校缺书。", List.of(item("张北县用书")), "张北县"))
                .isEqualTo("图书角。的学校缺书。用书");
    }

    @Test
    void doesWithoutWhatIsNotSaid() {
        assertThat(Wording.of("图书角", null, List.of(item(null)), "")).isEqualTo("图书角");
        assertThat(Wording.of("图书角", " ", List.of(item("书"), item("书")), "")).isEqualTo("图书角。书");
    }

    @Test
    void leavesOutTheNumberByWhichItsOwnerKnowsIt() {
        assertThat(Wording.of("图书角", "为十二所小学（含教学点）建图书角。（样例编号 N000012）", List.of(item(null)), ""))
                .isEqualTo("图书角。为十二所小学（含教学点）建图书角。");
    }

    @Test
    void takesTheBeginningOfALongReport() {
        String text = Wording.of("图书角", "书".repeat(2_000), List.of(item("架".repeat(200))), "");

        assertThat(text).hasSize(3 + 1 + 300 + 1 + 100).endsWith("架".repeat(100));
    }

    private static ItemMessage item(@Nullable String description) {
        return new ItemMessage("GOODS.BOOKS", description, "1", "册", null, null);
    }
}
