package org.duijie.organization.organization;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of an organization's promises, counted over its projects as they stand now.
 *
 * @param kept projects that were completed
 * @param broken projects that were terminated before that
 * @param punctual milestones that were reached by their day
 * @param late milestones that were reached after it
 * @param disputed projects with a figure about which the two sides differ
 */
@Schema(name = "Promises", description = "履约记录 · What became of its promises, counted over its projects")
public record Promises(
        @Schema(examples = "12") int kept,
        @Schema(examples = "1") int broken,
        @Schema(examples = "31") int punctual,
        @Schema(examples = "2") int late,
        @Schema(examples = "0") int disputed) {

    static final Promises NONE = new Promises(0, 0, 0, 0, 0);
}
