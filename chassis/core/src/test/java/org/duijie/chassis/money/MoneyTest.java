package org.duijie.chassis.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "0.01, 1", "0.1, 10", "50000, 5000000", "1234.50, 123450", "9999999999999.99, 999999999999999"})
    void countsFenExactly(String yuan, long fen) {
        assertThat(new Money(yuan, "CNY").fen()).isEqualTo(fen);
    }

    @Test
    void showsTwoDecimals() {
        assertThat(Money.ofFen(123450)).isEqualTo(new Money("1234.50", "CNY"));
        assertThat(Money.ofFen(0).amount()).isEqualTo("0.00");
        assertThat(Money.ofFen(7).amount()).isEqualTo("0.07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "01", "1.", "1.234", ".5", "1e3", "1,000", " 1", "10000000000000", "１"})
    void takesNoOtherForm(String amount) {
        assertThat(amount).doesNotMatch(Money.AMOUNT);
    }
}
