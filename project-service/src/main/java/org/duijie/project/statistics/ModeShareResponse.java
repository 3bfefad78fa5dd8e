package org.duijie.project.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duijie.chassis.money.Money;
import org.duijie.project.statistics.FactBook.Sum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much of the help builds capacity, day after day of reckoning. */
@Schema(name = "ModeShares", description = "输血与造血：relief and capacity building over time")
public record ModeShareResponse(
        @Schema(description = "How many facts of the ledger are counted at the last day")
        int position,

        Stage stage,
        List<Item> items) {

    /** @param capacityShare of the amount, from 0 to 1 with four decimals; absent where there is no amount */
    @Schema(name = "ModeShare")
    public record Item(
            @Schema(description = "All that was recorded until the end of this day, Asia/Shanghai")
            LocalDate until,

            int reliefCount,
            Money relief,
            int capacityCount,
            Money capacity,

            @Schema(description = "Capacity building's share of the amount, four decimals", examples = "0.6368")
            @Nullable
            String capacityShare) {

        private static final int DECIMALS = 4;

        static Item of(LocalDate until, Stage stage, Map<List<String>, Map<Stage, Sum>> byMode) {
            Sum relief = byMode.getOrDefault(List.of("RELIEF"), Map.of()).getOrDefault(stage, Sum.NONE);
            Sum capacity =
                    byMode.getOrDefault(List.of("CAPACITY_BUILDING"), Map.of()).getOrDefault(stage, Sum.NONE);
            long all = relief.fen() + capacity.fen();
            return new Item(
                    until,
                    relief.count(),
                    Money.ofFen(relief.fen()),
                    capacity.count(),
                    Money.ofFen(capacity.fen()),
                    all == 0
                            ? null
                            : BigDecimal.valueOf(capacity.fen())
                                    .divide(BigDecimal.valueOf(all), DECIMALS, RoundingMode.HALF_EVEN)
                                    .toPlainString());
        }
    }
}
