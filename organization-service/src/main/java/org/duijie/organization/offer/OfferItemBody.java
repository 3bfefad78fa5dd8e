package org.duijie.organization.offer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import org.duijie.chassis.money.Money;
import org.duijie.chassis.text.PlainText;
import org.duijie.chassis.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of an offer as it goes over the wire.
 *
 * @param quantity decimal string greater than zero, at most three decimals
 * @param value estimated value of the whole line
 */
@Schema(name = "OfferItem", description = "物项 · One line of what is offered")
public record OfferItemBody(
        @NotNull @Schema(examples = "GOODS") OfferItem.Kind kind,

        @NotNull
        @Size(max = 100)
        @Pattern(regexp = OfferItemBody.RESOURCE_CODE, message = "{offer.resourceCode}")
        @Schema(description = "Dotted code that begins with the kind", examples = "GOODS.BOOKS")
        String resourceCode,

        @NotBlank
        @Size(max = 500)
        @Pattern(regexp = PlainText.LINES, message = "{text.lines}")
        @Schema(examples = "小学课外读物")
        String description,

        @NotNull
        @Pattern(regexp = OfferItemBody.QUANTITY, message = "{offer.quantity}")
        @Schema(description = "Decimal string greater than zero, at most three decimals", examples = "2000")
        String quantity,

        @NotBlank
        @Size(max = 20)
        @Pattern(regexp = PlainText.LINE, message = "{text.line}")
        @Schema(description = "元 for funds", examples = "册")
        String unit,

        @NotNull @Valid @Schema(description = "Estimated value of the whole line, greater than zero")
        Money value) {

    static final String RESOURCE_CODE = "^(FUNDS|GOODS|SERVICE|VOLUNTEERS)(\\.[A-Z][A-Z_]{0,29}){0,3}$";
    static final String QUANTITY = "^(?=.*[1-9])(0|[1-9]\\d{0,12})(\\.\\d{1,3})?$";

    private static final String YUAN = "元";

    static OfferItemBody of(OfferItem item) {
        return new OfferItemBody(
                item.kind(),
                item.resourceCode(),
                item.description(),
                decimal(item.quantity()),
                item.unit(),
                Money.ofFen(item.valueFen()));
    }

    OfferItem toItem() {
        return OfferItem.untouched(
                kind, resourceCode, description.strip(), new BigDecimal(quantity), unit.strip(), value.fen());
    }

    /** Names each member that contradicts another one of the same line. */
    void check(BiConsumer<String, Text> fault) {
        if (!resourceCode.split("\\.", 2)[0].equals(kind.name())) {
            fault.accept("resourceCode", Text.of("资源代码须以物项种类开头。", "The code begins with the item's kind."));
        }
        if (value.fen() == 0) {
            fault.accept("value/amount", Text.of("价值须大于零。", "The value is greater than zero."));
        }
        if (kind == OfferItem.Kind.FUNDS) {
            if (!unit.strip().equals(YUAN)) {
                fault.accept("unit", Text.of("资金以元为单位。", "Funds are counted in 元."));
            }
            if (new BigDecimal(quantity).compareTo(new BigDecimal(value.amount())) != 0) {
                fault.accept("quantity", Text.of("资金的数量须等于其价值。", "Of funds the quantity is the value."));
            }
        }
    }

    /** As it was meant: 2000, not 2000.000. */
    public static String decimal(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }
}
