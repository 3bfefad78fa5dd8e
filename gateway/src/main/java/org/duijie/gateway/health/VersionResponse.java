package org.duijie.gateway.health;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which version of each part runs. */
@Schema(name = "Version")
public record VersionResponse(List<Part> parts) {

    /**
     * One part.
     *
     * @param version of the build; absent while the part cannot be reached
     * @param commit of the sources; absent where the build did not know it
     */
    @Schema(name = "VersionPart")
    public record Part(
            @Schema(examples = "gateway") String name,
            @Schema(examples = "0.1.0") @Nullable String version,
            @Schema(examples = "48d4135") @Nullable String commit) {}
}
