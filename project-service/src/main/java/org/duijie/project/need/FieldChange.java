package org.duijie.project.need;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one member of a need was before a change and is after it. */
@Schema(
        name = "NeedFieldChange",
        requiredProperties = {"pointer"})
public record FieldChange(
        @Schema(description = "JSON pointer into the need", examples = "#/items/0/unit")
        String pointer,

        @Schema(description = "The value before; absent where there was none", examples = "册") @Nullable
        Object before,

        @Schema(description = "The value after; absent where there is none", examples = "箱") @Nullable
        Object after) {

    /** Concerns what is no business of the public's? */
    boolean internal() {
        return pointer.startsWith("#/excludedOrganizations");
    }
}
