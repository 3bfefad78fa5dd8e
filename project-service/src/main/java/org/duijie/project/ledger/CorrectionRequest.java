package org.duijie.project.ledger;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.duijie.chassis.money.Money;
import org.duijie.project.ledger.Ledger.Told;
import org.duijie.project.need.NeedItem;
import org.duijie.project.need.NeedRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** What was wrong with an entry. It stays where it is; new entries take it back and say what is right. */
@Schema(name = "LedgerCorrection")
public record CorrectionRequest(
        @NotNull
        @Pattern(regexp = NeedRequest.LINES, message = "{need.lines}")
        @Schema(examples = "误将含税价记为到账金额", minLength = 1, maxLength = 500)
        String reason,

        @Valid @Schema(description = "What is right; left out where it did not happen at all") @Nullable
        Right instead) {

    /** Kind, item, source and transfer stay what they are. */
    @Schema(name = "LedgerCorrected")
    public record Right(
            @Valid @Schema(description = "Of funds, or what goods are worth") @Nullable
            Money value,

            @Pattern(regexp = NeedItem.QUANTITY, message = "{need.quantity}")
            @Schema(pattern = NeedItem.QUANTITY, maxLength = 17)
            @Nullable
            String quantity,

            @NotNull @Schema(examples = "2027-10-08") LocalDate occurredOn,
            @Nullable LocalDate dueOn,

            @Pattern(regexp = NeedRequest.CREDIT_CODE, message = "{need.creditCode}")
            @Schema(pattern = NeedRequest.CREDIT_CODE)
            @Nullable
            String recipient,

            @Size(max = 10) @UniqueElements
            List<@NotNull @Pattern(regexp = EntryRequest.SHA_256, message = "{need.sha256}") String> evidence) {

        /** A list that is left out is empty. */
        public Right {
            evidence = evidence == null ? List.of() : evidence;
        }
    }

    @Nullable
    Told instead(Entry wrong) {
        return instead == null
                ? null
                : new Told(
                        wrong.book(),
                        wrong.kind(),
                        wrong.item(),
                        wrong.source(),
                        wrong.transfer(),
                        EntryAmounts.of(instead.value(), instead.quantity()),
                        instead.occurredOn(),
                        instead.dueOn() == null ? wrong.dueOn() : instead.dueOn(),
                        instead.recipient(),
                        List.copyOf(instead.evidence()),
                        wrong.kind() == EntryKind.EXCESS ? reason : null);
    }
}
