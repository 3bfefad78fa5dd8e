package org.duijie.project.publisher;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an office trusts a publisher from now on. */
@Schema(name = "PublisherRequest")
record PublisherRequest(
        @NotNull Trust trust,

        @NotNull
        @PositiveOrZero
        @Max(1_000_000)
        @Schema(description = "How many needs it may make or change a day", examples = "10000")
        Integer dailyQuota,

        @NotNull
        @Pattern(regexp = PublisherRequest.REASON, message = "{publisher.reason}")
        @Schema(examples = "2026 年所报需求经抽查全部属实", minLength = 1, maxLength = 500)
        String reason) {

    /** Something that can be read. */
    static final String REASON = "^(?=[\\s\\S]*[^\\s\\p{Z}])[\\P{C}\\n\\t]{1,500}$";
}
