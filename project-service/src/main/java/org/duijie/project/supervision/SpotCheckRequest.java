package org.duijie.project.supervision;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.duijie.project.need.NeedRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** By what projects are drawn. */
@Schema(name = "SpotCheckDraw")
public record SpotCheckRequest(
        @NotNull
        @Pattern(regexp = NeedRequest.LINE_100, message = "{need.line100}")
        @Schema(
                description = "Something that nobody could choose, published beforehand",
                examples = "福利彩票双色球2027120期",
                minLength = 1,
                maxLength = 100)
        String seed,

        @NotNull @Min(1) @Max(1000) @Schema(description = "How many", examples = "20")
        Integer size,

        @Pattern(regexp = NeedRequest.DIVISION, message = "{need.division}")
        @Schema(description = "Only of this county, or under this office", pattern = NeedRequest.DIVISION)
        @Nullable
        String division) {}
