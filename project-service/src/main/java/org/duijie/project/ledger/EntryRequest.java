package org.duijie.project.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.money.Money;
import org.duijie.project.ledger.Ledger.Told;
import org.duijie.project.need.NeedItem;
import org.duijie.project.need.NeedRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** One thing that happened, as one side reports it. */
@Schema(name = "LedgerReport", description = "What one side has to say of one transfer")
public record EntryRequest(
        @NotNull @Schema(description = "In whose book; your own", examples = "COUNTY")
        Book book,

        @NotNull @Schema(examples = "RECEIPT") EntryKind kind,

        @NotNull @PositiveOrZero @Max(49) @Schema(description = "Which item of the agreement", examples = "1")
        Integer item,

        @NotNull
        @Schema(
                description = "Name of the transfer: of your making where you report it first, otherwise the one under "
                        + "which the other side reported it",
                examples = "0198f1c2-6f3e-7a51-8c0d-2f4b9f6f7a10")
        UUID transfer,

        @Pattern(regexp = NeedRequest.CREDIT_CODE, message = "{need.creditCode}")
        @Schema(
                description = "Credit code of the donor; left out: the organization that carries the project out",
                examples = "53110000500309522J",
                pattern = NeedRequest.CREDIT_CODE)
        @Nullable
        String source,

        @Valid @Schema(description = "Of funds, or what goods are worth") @Nullable
        Money value,

        @Pattern(regexp = NeedItem.QUANTITY, message = "{need.quantity}")
        @Schema(
                description = "Of goods, services and volunteers, in the item's unit",
                pattern = NeedItem.QUANTITY,
                maxLength = 17)
        @Nullable
        String quantity,

        @NotNull @Schema(description = "The day on which it happened", examples = "2027-10-08")
        LocalDate occurredOn,

        @Schema(description = "Of a pledge: the day by which it is to arrive") @Nullable
        LocalDate dueOn,

        @Pattern(regexp = NeedRequest.CREDIT_CODE, message = "{need.creditCode}")
        @Schema(
                description = "Of a disbursement: credit code of the organization that is paid, if it is one",
                pattern = NeedRequest.CREDIT_CODE)
        @Nullable
        String recipient,

        @Size(max = 10)
        @UniqueElements
        @Schema(description = "SHA-256 of evidence that was handed in for this project; wanted for all but pledges")
        List<@NotNull @Pattern(regexp = EntryRequest.SHA_256, message = "{need.sha256}") String> evidence,

        @Pattern(regexp = NeedRequest.LINES, message = "{need.lines}")
        @Schema(description = "Wanted where more arrived than was pledged", minLength = 1, maxLength = 500)
        @Nullable
        String reason) {

    /** A list that is left out is empty. */
    public EntryRequest {
        evidence = evidence == null ? List.of() : evidence;
    }

    static final String SHA_256 = "^[0-9a-f]{64}$";

    Told told(String implementer) {
        return new Told(
                book,
                kind,
                item,
                source == null ? implementer : source,
                transfer,
                EntryAmounts.of(value, quantity),
                occurredOn,
                kind == EntryKind.PLEDGE ? dueOn : null,
                recipient,
                List.copyOf(evidence),
                reason == null ? null : reason.strip());
    }
}
