package org.duijie.matching.match;

import java.util.UUID;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.NeedFact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A need in short. */
@Schema(name = "MatchedNeed", description = "需求摘要 · A need in short")
public record MatchedNeed(
        UUID id,
        @Schema(examples = "乡村小学图书角", maxLength = 200) String title,
        @Schema(examples = "130722", maxLength = 6) String divisionCode,

        @Schema(examples = "张北县", maxLength = 80, description = "Absent until the division has been heard of") @Nullable
        String divisionName) {

    public static MatchedNeed of(NeedFact need, @Nullable DivisionFact division) {
        return new MatchedNeed(need.id(), need.title(), need.divisionCode(), division == null ? null : division.name());
    }
}
