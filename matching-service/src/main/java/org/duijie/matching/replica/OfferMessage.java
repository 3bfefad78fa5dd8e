package org.duijie.matching.replica;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.money.Money;
import org.jspecify.annotations.Nullable;

/** {@code org.duijie.offer.*}. Of its items matching knows what is left: the rest is no longer offered. */
record OfferMessage(
        UUID id,
        long version,
        String status,
        UUID organizationId,
        String creditCode,
        String title,
        @Nullable String summary,
        List<ItemMessage> items,
        @Nullable Money smallestCommitment,
        @Nullable Money largestCommitment,
        @Nullable List<String> fields,
        @Nullable List<String> divisions,
        @Nullable List<String> excludedDivisions,
        @Nullable List<String> modes,
        LocalDate validFrom,
        LocalDate validUntil)
        implements StateMessage {

    @Override
    public OfferFact fact(long sequence) {
        return new OfferFact(
                id,
                version,
                status,
                organizationId,
                creditCode,
                title,
                Wording.of(title, summary, items, ""),
                items.stream()
                        .filter(ItemMessage::anyLeft)
                        .map(ItemMessage::leftFact)
                        .toList(),
                smallestCommitment == null ? null : smallestCommitment.fen(),
                largestCommitment == null ? null : largestCommitment.fen(),
                StateMessage.orEmpty(fields),
                StateMessage.orEmpty(divisions),
                StateMessage.orEmpty(excludedDivisions),
                StateMessage.orEmpty(modes),
                validFrom,
                validUntil);
    }
}
