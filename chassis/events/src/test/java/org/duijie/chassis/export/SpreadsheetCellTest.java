package org.duijie.chassis.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+86",
                "-2",
                "@SUM(A1)",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM",
                " =1",
                "\u3000＝1",
                "\t=1",
                "\n=1",
                "\t1",
                "123456789012",
                "51110000500309522",
                "１２３４５６７８９０１２"
            })
    void keepsAsTextWhatWouldBeComputedOrRounded(String text) {
        assertThat(SpreadsheetCell.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "乡村小学图书角",
                "1+1=2",
                "12345678901",
                "62000.50",
                "51110000MJ0121629F",
                "2027-09-01",
                "[]",
                "a=b"
            })
    void leavesEverythingElseAsItIs(String text) {
        assertThat(SpreadsheetCell.of(text)).isEqualTo(text);
    }

    @Test
    void hasNoTextForNothing() {
        assertThat(SpreadsheetCell.of(null)).isEmpty();
    }
}
