package org.duijie.matching.pairing;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Pairing", description = "结对关系 · A dated tie between a helping district and a helped county")
public record PairingResponse(
        @Schema(examples = "110102", maxLength = 6) String districtCode,
        @Schema(examples = "北京市西城区", maxLength = 80) String districtName,
        @Schema(examples = "130722", maxLength = 6) String countyCode,
        @Schema(examples = "张北县", maxLength = 80) String countyName,
        PairingKind kind,

        @Schema(
                description =
                        "首日，精度见 precision · First day, as exactly as precision says; absent where no source dates it")
        @Nullable
        LocalDate since,

        @Schema(description = "末日 · Last day; absent while no source gives an end") @Nullable
        LocalDate until,

        SincePrecision precision,

        @Schema(description = "来源原文 · The date in the source's own words", examples = "not stated", maxLength = 200)
        String statedAs,

        @Schema(maxLength = 500) String source,
        @Schema(examples = "high", maxLength = 200) String confidence,
        @Schema(description = "今日是否有效 · In force today") boolean inForce) {

    static PairingResponse of(Pairing pairing, LocalDate today) {
        return new PairingResponse(
                pairing.districtCode(),
                pairing.districtName(),
                pairing.countyCode(),
                pairing.countyName(),
                pairing.kind(),
                pairing.since(),
                pairing.until(),
                pairing.precision(),
                pairing.statedAs(),
                pairing.source(),
                pairing.confidence(),
                pairing.inForce(today));
    }
}
