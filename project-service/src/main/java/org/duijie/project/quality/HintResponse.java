package org.duijie.project.quality;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A hint as its readers see it, in the language asked for. */
@Schema(name = "NeedHint", description = "Something that its author should mend or its reviewer should look at")
record HintResponse(
        @Schema(description = "What was found; branch on this", examples = "price-above-standard")
        String code,

        Hint.Severity severity,

        @Schema(description = "The place in the need, a JSON pointer", examples = "#/items/0/value")
        String pointer,

        @Schema(examples = "每台 9000.00 元，标准是 7000 元。") String detail,

        @Schema(description = "Which rule found it, with its threshold", examples = "单价高于标准时提示")
        String rule,

        @Schema(description = "Where the rule comes from", examples = "《中央行政单位通用办公设备家具配置标准》财资〔2016〕27号")
        String source) {

    static HintResponse of(Hint hint, Locale language) {
        return new HintResponse(
                hint.code(),
                hint.severity(),
                hint.pointer(),
                hint.detail().in(language),
                hint.rule().in(language),
                hint.source());
    }
}
