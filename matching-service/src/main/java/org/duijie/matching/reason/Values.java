package org.duijie.matching.reason;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.duijie.chassis.money.Money;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.Words;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.OrganizationFact.Inspection;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.duijie.matching.replica.OrganizationFact.Promises;
import org.duijie.matching.replica.OrganizationFact.Rating;
import org.jspecify.annotations.Nullable;

/** The values of facts in words. */
final class Values {

    private static final Text NONE = Text.of("无", "none");
    private static final Text ALL = Text.of("不限", "any");
    private static final int THOUSANDTHS = 3;

    private Values() {}

    static Text plain(String value) {
        return Text.of(value, value);
    }

    static Text quoted(String value) {
        return Text.of("“" + value + "”", "\"" + value + "\"");
    }

    static Text orNone(@Nullable String value) {
        return value == null ? NONE : plain(value);
    }

    static Text day(LocalDate day) {
        return plain(day.toString());
    }

    static Text code(String code) {
        return Words.of(code);
    }

    /** An empty list admits everything. */
    static Text codes(List<String> codes) {
        return codes.isEmpty() ? ALL : Words.of(codes);
    }

    static Text noneOr(List<String> codes) {
        return codes.isEmpty() ? NONE : Words.of(codes);
    }

    static Text yesOrNo(boolean value) {
        return value ? Text.of("是", "yes") : Text.of("否", "no");
    }

    static Text count(List<String> organizations) {
        int count = organizations.size();
        return count == 0 ? NONE : Text.of(count + " 家", Integer.toString(count));
    }

    static Text fen(@Nullable Long fen) {
        return fen == null
                ? Text.of("不限", "no bound")
                : Text.of(Money.ofFen(fen).amount() + " 元", Money.ofFen(fen).amount() + " CNY");
    }

    static Text items(List<ItemFact> items) {
        return joined(
                items,
                item -> plain(item.resourceCode() + " " + quantity(item) + " " + item.unit() + " ¥"
                        + Money.ofFen(item.valueFen()).amount()));
    }

    private static String quantity(ItemFact item) {
        return BigDecimal.valueOf(item.quantityThousandths(), THOUSANDTHS)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** {@code AAAA} is 4A. */
    static String grade(Rating rating) {
        return rating.grade().length() + "A";
    }

    /** {@code 12/13}: so many projects completed of those that ended. */
    static Text promises(@Nullable Promises promises) {
        return promises == null
                ? NONE
                : Text.of(
                        "完成 %d/%d 个项目，按期 %d/%d 个里程碑，争议 %d"
                                .formatted(
                                        promises.kept(),
                                        promises.kept() + promises.broken(),
                                        promises.punctual(),
                                        promises.punctual() + promises.late(),
                                        promises.disputed()),
                        "%d/%d projects completed, %d/%d milestones in time, %d disputed"
                                .formatted(
                                        promises.kept(),
                                        promises.kept() + promises.broken(),
                                        promises.punctual(),
                                        promises.punctual() + promises.late(),
                                        promises.disputed()));
    }

    static Text rating(@Nullable Rating rating) {
        return rating == null
                ? NONE
                : Text.of(
                        grade(rating) + "（" + rating.validFrom() + " 至 " + rating.validUntil() + "）",
                        grade(rating) + " (" + rating.validFrom() + " to " + rating.validUntil() + ")");
    }

    static Text inspections(List<Inspection> inspections) {
        return joined(inspections, inspection -> {
            Text result = Words.of(inspection.result());
            return Text.of(inspection.year() + " 年" + result.zh(), inspection.year() + " " + result.en());
        });
    }

    static Text listings(List<Listing> listings) {
        return joined(
                listings,
                listing -> listing.until() == null
                        ? Text.of("自 " + listing.from() + " 起", "since " + listing.from())
                        : Text.of(
                                listing.from() + " 至 " + listing.until() + "（移出）",
                                listing.from() + " until its removal on " + listing.until()));
    }

    static Text keyCounty(@Nullable String mark) {
        return switch (mark) {
            case "NATIONAL" -> Text.of("国家级", "national");
            case "PROVINCIAL" -> Text.of("省级", "provincial");
            case "AREA_ONLY" -> Text.of("仅属片区", "of the contiguous area only");
            case null -> NONE;
            default -> plain(mark);
        };
    }

    private static <T> Text joined(List<T> things, Function<T, Text> words) {
        if (things.isEmpty()) {
            return NONE;
        }
        List<Text> texts = things.stream().map(words).toList();
        return Text.of(
                String.join("、", texts.stream().map(Text::zh).toList()),
                String.join(", ", texts.stream().map(Text::en).toList()));
    }
}
