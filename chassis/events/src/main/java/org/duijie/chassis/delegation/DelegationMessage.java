package org.duijie.chassis.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What this reader needs of a delegation's state.
 *
 * @param matters as told: one that this reader does not know gives no right and does no harm
 * @param validUntil the last day
 */
record DelegationMessage(
        UUID id,
        long version,
        String status,
        Principal principal,
        String platform,
        List<String> matters,
        LocalDate validUntil) {

    record Principal(
            @Nullable String divisionCode, @Nullable String creditCode) {

        String code() {
            return Stream.of(divisionCode, creditCode)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** @throws RuntimeException where something that every delegation has is missing */
    DelegationMessage {
        Stream.of(id, status, platform, matters, validUntil, principal.code()).forEach(Objects::requireNonNull);
    }

    boolean active() {
        return status.equals("ACTIVE");
    }
}
