package org.duijie.project.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.duijie.chassis.text.Text;
import org.duijie.project.need.NeedTerms.Item;
import org.duijie.project.reference.ReferenceFile;

/**
 * The highest price that a published standard allows for one unit of a resource: a row of {@code price_fences.csv}. A
 * resource without a published standard has no fence.
 */
record PriceFence(String resourceCode, String unit, BigDecimal ceilingYuan, Text standard, String source) {

    /** Ten times the standard is a slip of a digit or of the unit, not a dear model. */
    static final int SLIP_FACTOR = 10;

    static List<PriceFence> read() {
        return new ReferenceFile("price_fences.csv")
                .rows().stream()
                        .map(row -> new PriceFence(
                                row.text("resource_code"),
                                row.text("unit"),
                                new BigDecimal(row.text("ceiling_yuan")),
                                Text.of(row.text("zh"), row.text("en")),
                                row.text("source") + " " + row.text("url")))
                        .toList();
    }

    /** A fence stands for the resource and for everything under its code, counted in the same unit. */
    boolean concerns(Item item) {
        boolean covered =
                item.resourceCode().equals(resourceCode) || item.resourceCode().startsWith(resourceCode + ".");
        return covered && item.unit().equals(unit);
    }

    Optional<Hint> hint(Item item, String itemPointer) {
        if (!concerns(item)) {
            return Optional.empty();
        }
        BigDecimal price = BigDecimal.valueOf(item.valueFen(), 2).divide(item.quantity(), 2, RoundingMode.HALF_UP);
        if (price.compareTo(ceilingYuan) <= 0) {
            return Optional.empty();
        }
        boolean slip = price.compareTo(ceilingYuan.multiply(BigDecimal.valueOf(SLIP_FACTOR))) > 0;
        return Optional.of(new Hint(
                slip ? "price-far-above-standard" : "price-above-standard",
                slip ? Hint.Severity.BLOCKING : Hint.Severity.WARNING,
                itemPointer + "/value",
                Text.of(
                        "每%s %s 元，标准是 %s 元：%s。".formatted(unit, price.toPlainString(), ceilingYuan, standard.zh()),
                        "%s yuan a unit (%s), where the standard is %s: %s."
                                .formatted(price.toPlainString(), unit, ceilingYuan, standard.en())),
                Text.of(
                        "单价高于标准时提示，高于标准" + SLIP_FACTOR + "倍时不得提交",
                        "a unit price above the standard is shown, one above " + SLIP_FACTOR + " times it is refused"),
                source));
    }
}
