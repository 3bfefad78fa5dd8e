package org.duijie.project.need;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.duijie.chassis.money.Money;
import org.duijie.project.need.NeedTerms.Item;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of a need as it goes over the wire. */
@Schema(name = "NeedItem", description = "One line of what is asked for")
public record NeedItem(
        @NotNull @Schema(examples = "GOODS") Item.Kind kind,

        @NotNull
        @Pattern(regexp = NeedItem.RESOURCE_CODE, message = "{need.resourceCode}")
        @Schema(
                description = "Dotted code that begins with the kind",
                examples = "GOODS.BOOKS",
                pattern = NeedItem.RESOURCE_CODE,
                maxLength = 100)
        String resourceCode,

        @NotNull
        @Pattern(regexp = NeedRequest.LINES, message = "{need.lines}")
        @Schema(examples = "小学课外读物", minLength = 1, maxLength = 500)
        String description,

        @NotNull
        @Pattern(regexp = NeedItem.QUANTITY, message = "{need.quantity}")
        @Schema(
                description = "Decimal string greater than zero, at most three decimals",
                examples = "2000",
                pattern = NeedItem.QUANTITY,
                maxLength = 17)
        String quantity,

        @NotNull
        @Pattern(regexp = NeedRequest.LINE_20, message = "{need.line20}")
        @Schema(description = "元 for funds", examples = "册", minLength = 1, maxLength = 20)
        String unit,

        @NotNull @Valid @Schema(description = "Estimated value of the whole line")
        Money value) {

    static final String RESOURCE_CODE = "^(FUNDS|GOODS|SERVICE|VOLUNTEERS)(\\.[A-Z][A-Z_]{0,29}){0,3}$";
    public static final String QUANTITY = "^(?=.*[1-9])(0|[1-9]\\d{0,12})(\\.\\d{1,3})?$";

    static NeedItem of(Item item) {
        return new NeedItem(
                item.kind(),
                item.resourceCode(),
                item.description(),
                item.quantity().toPlainString(),
                item.unit(),
                Money.ofFen(item.valueFen()));
    }

    Item toItem() {
        return new Item(kind, resourceCode, description.strip(), new BigDecimal(quantity), unit.strip(), value.fen());
    }
}
