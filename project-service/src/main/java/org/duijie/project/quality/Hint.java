package org.duijie.project.quality;

import org.duijie.chassis.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something about a need that its author should mend or its reviewer should look at.
 *
 * @param code what was found, in kebab case; the key that programs branch on
 * @param pointer the place in the need
 * @param rule which rule found it, and its threshold
 * @param source where the rule comes from
 */
record Hint(String code, Severity severity, String pointer, Text detail, Text rule, String source) {

    @Schema(name = "HintSeverity")
    enum Severity {
        /** Refuses submission and publication. */
        BLOCKING,
        /** The reviewer should ask. */
        WARNING,
        /** The author could do better. */
        ADVICE
    }
}
