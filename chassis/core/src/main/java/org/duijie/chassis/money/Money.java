package org.duijie.chassis.money;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount as it goes over the wire in every API and event. Inside a service money is a {@code long} of fen (1 yuan = 100 fen).
 *
 * @param amount yuan as a decimal string with at most two decimals, from 0 to 9,999,999,999,999.99
 * @param currency always {@code CNY}
 */
@Schema(name = "Money", description = "An amount of money; the amount is a decimal string")
public record Money(
        @NotNull
        @Pattern(regexp = Money.AMOUNT, message = "{money.amount}")
        @Schema(
                description = "Yuan, at most two decimals",
                examples = "50000.00",
                pattern = Money.AMOUNT,
                maxLength = 16)
        String amount,

        @NotNull
        @Pattern(regexp = "^CNY$", message = "{money.currency}")
        @Schema(description = "ISO 4217", examples = "CNY", enumeration = "CNY")
        String currency) {

    /** Thirteen digits of yuan: a sum over the longest list still fits a {@code long} of fen. */
    static final String AMOUNT = "^(0|[1-9]\\d{0,12})(\\.\\d{1,2})?$";

    private static final int DECIMALS = 2;

    public static Money ofFen(long fen) {
        return new Money(BigDecimal.valueOf(fen, DECIMALS).toPlainString(), "CNY");
    }

    /** The amount in fen, exactly. */
    public long fen() {
        return new BigDecimal(amount).movePointRight(DECIMALS).longValueExact();
    }
}
