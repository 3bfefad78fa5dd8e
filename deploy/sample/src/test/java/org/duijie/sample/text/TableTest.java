package org.duijie.sample.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void alignsChineseAndLatinCells() {
        String table = new Table("县", ">得分", "organization")
                .row("张北县", "0.73", "样例基金会")
                .row("Fuping", "0.731250", "A")
                .row("丰宁满族自治县", "1", "（样例）")
                .render(40);

        assertThat(table).isEqualTo("""
                县                  得分  organization
                ──────────────────────────────────────
                张北县              0.73  样例基金会
                Fuping          0.731250  A
                丰宁满族自治县         1  （样例）
                """);
    }

    @Test
    void cutsWhatIsTooWideBetweenCharacters() {
        assertThat(DisplayWidth.cut("一二三四", 8)).isEqualTo("一二三四");
        assertThat(DisplayWidth.cut("一二三四五", 8)).isEqualTo("一二三…");
        assertThat(DisplayWidth.cut("abcdefgh", 4)).isEqualTo("abc…");
    }

    @Test
    void countsColumnsRatherThanCharacters() {
        assertThat(DisplayWidth.of("张北 Zhangbei，２")).isEqualTo(4 + 9 + 2 + 2);
        assertThat(DisplayWidth.of("𠀀")).isEqualTo(2);
        assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
    }

    @Test
    void refusesARowOfAnotherWidth() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Table("a", "b").row("1"));
    }
}
