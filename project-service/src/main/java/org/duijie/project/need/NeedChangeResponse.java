package org.duijie.project.need;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One entry of a need's history as readers see it. */
@Schema(
        name = "NeedChange",
        description = "What happened to a need, field by field",
        requiredProperties = {"version", "kind", "at", "fields"})
public record NeedChangeResponse(
        @Schema(description = "The version that it made", examples = "4")
        long version,

        NeedChange.Kind kind,
        Instant at,
        @Schema(examples = "两所小学已由县财政配齐") @Nullable String reason,

        @Schema(
                description =
                        "Token subject of whoever did it; shown to the offices concerned, absent where the clock did",
                examples = "bureau-zhangbei")
        @Nullable
        String by,

        @Schema(description = "Code of the county that a platform acted for", examples = "130722") @Nullable
        String onBehalfOf,

        @Schema(description = "Id of the delegation by which it did") @Nullable
        UUID delegation,

        @Schema(description = "Everything that is different, or would be where it is a proposal")
        List<FieldChange> fields) {

    static NeedChangeResponse of(NeedHistory.Entry entry, boolean concerned) {
        NeedChange change = entry.change();
        Actor by = concerned ? change.by() : null;
        return new NeedChangeResponse(
                entry.version(),
                change.kind(),
                change.at(),
                change.reason(),
                by == null ? null : by.id(),
                by == null ? null : by.onBehalfOf(),
                by == null ? null : by.delegation(),
                change.fields().stream()
                        .filter(field -> concerned || !field.internal())
                        .toList());
    }
}
