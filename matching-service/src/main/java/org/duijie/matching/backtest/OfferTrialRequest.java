package org.duijie.matching.backtest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.duijie.chassis.money.Money;
import org.duijie.chassis.text.PlainText;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.OfferFact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An offer as it would be opened with the organization service, member for member; texts and days are not judged. */
@Schema(name = "OfferTrial", description = "试填的帮扶资源 · The body with which an offer is opened; nothing of it is stored")
record OfferTrialRequest(
        @NotNull(message = "{matching.required}")
        @Schema(examples = "01890a5d-ac96-774b-bcce-b302099a8057", description = "Whose offer it would be")
        UUID organizationId,

        @Size(max = 100, message = "{matching.size}")
        @Pattern(regexp = PlainText.LINE, message = "{matching.line}")
        @Schema(examples = "山区小学图书与教师培训", maxLength = 100)
        @Nullable
        String title,

        @Size(max = 2000, message = "{matching.size}")
        @Pattern(regexp = PlainText.LINES, message = "{matching.lines}")
        @Schema(maxLength = 2000, description = "Not judged")
        @Nullable
        String summary,

        @NotEmpty(message = "{matching.required}") @Size(max = 50, message = "{matching.size}") @Schema(maxItems = 50)
        List<@NotNull(message = "{matching.required}") @Valid Item> items,

        @Valid @Schema(description = "The least that one agreement may take; no bound if absent") @Nullable
        Money smallestCommitment,

        @Valid @Schema(description = "The most that one agreement may take; no bound if absent") @Nullable
        Money largestCommitment,

        @Size(max = 7, message = "{matching.size}")
        @Schema(maxItems = 7, description = "Fields it would serve; none given serves all")
        @Nullable
        List<@NotNull(message = "{matching.required}") @Pattern(regexp = CODE, message = "{matching.code}") String>
                fields,

        @Size(max = 200, message = "{matching.size}")
        @Schema(maxItems = 200, description = "Divisions it would serve, each with everything under it")
        @Nullable
        List<
                        @NotNull(message = "{matching.required}")
                        @Pattern(regexp = DIVISION, message = "{matching.division}") String>
                divisions,

        @Size(max = 200, message = "{matching.size}")
        @Schema(maxItems = 200, description = "Divisions it would not serve")
        @Nullable
        List<
                        @NotNull(message = "{matching.required}")
                        @Pattern(regexp = DIVISION, message = "{matching.division}") String>
                excludedDivisions,

        @Size(max = 2, message = "{matching.size}")
        @Schema(maxItems = 2, description = "Ways of helping; none given means both")
        @Nullable
        List<@NotNull(message = "{matching.required}") @Pattern(regexp = CODE, message = "{matching.code}") String>
                modes,

        @Size(max = 4, message = "{matching.size}") @Schema(maxItems = 4, description = "Not judged") @Nullable
        List<@NotNull(message = "{matching.required}") @Pattern(regexp = CODE, message = "{matching.code}") String>
                participationRoles,

        @Schema(description = "Not judged: it is taken as open all the time") @Nullable
        LocalDate validFrom,

        @Schema(description = "Not judged: it is taken as open all the time") @Nullable
        LocalDate validUntil) {

    static final String CODE = "^[A-Z][A-Z_]{1,29}$";
    static final String DIVISION = "^[1-9]\\d{5}$";
    private static final UUID NOBODYS = new UUID(0, 0);

    /** One line of the offer. */
    @Schema(name = "OfferTrialItem")
    record Item(
            @Pattern(regexp = CODE, message = "{matching.code}") @Schema(examples = "GOODS", maxLength = 30) @Nullable
            String kind,

            @NotNull(message = "{matching.required}")
            @Size(max = 100, message = "{matching.size}")
            @Pattern(regexp = "^[A-Z][A-Z0-9_]*(\\.[A-Z][A-Z0-9_]*)*$", message = "{matching.resource}")
            @Schema(examples = "GOODS.BOOKS", maxLength = 100)
            String resourceCode,

            @Size(max = 500, message = "{matching.size}")
            @Pattern(regexp = PlainText.LINES, message = "{matching.lines}")
            @Schema(maxLength = 500, description = "Not judged")
            @Nullable
            String description,

            @NotNull(message = "{matching.required}")
            @Pattern(regexp = "^(?=.*[1-9])(0|[1-9]\\d{0,12})(\\.\\d{1,3})?$", message = "{matching.quantity}")
            @Schema(examples = "2000", maxLength = 16)
            String quantity,

            @NotNull(message = "{matching.required}")
            @Size(min = 1, max = 20, message = "{matching.size}")
            @Pattern(regexp = PlainText.LINE, message = "{matching.line}")
            @Schema(examples = "册", maxLength = 20)
            String unit,

            @Valid @Nullable Money value) {

        ItemFact fact() {
            return ItemFact.of(resourceCode, unit, new BigDecimal(quantity), value == null ? 0 : value.fen());
        }
    }

    /** @param creditCode of the organization */
    OfferFact offer(String creditCode, LocalDate today) {
        return new OfferFact(
                NOBODYS,
                0,
                "OPEN",
                organizationId,
                creditCode,
                title == null ? "" : title,
                title == null ? "" : title,
                items.stream().map(Item::fact).toList(),
                smallestCommitment == null ? null : smallestCommitment.fen(),
                largestCommitment == null ? null : largestCommitment.fen(),
                orEmpty(fields),
                orEmpty(divisions),
                orEmpty(excludedDivisions),
                orEmpty(modes),
                today,
                today);
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
