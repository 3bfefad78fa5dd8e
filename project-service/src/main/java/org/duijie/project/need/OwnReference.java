package org.duijie.project.need;

import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The name under which its publisher knows a need.
 *
 * @param publisher code of the county whose bureau it is, or the platform
 * @param reference unique among the publisher's
 */
@Embeddable
@Schema(
        name = "NeedOwnReference",
        requiredProperties = {"publisher", "reference"})
public record OwnReference(
        @Schema(examples = "130722") String publisher,
        @Schema(examples = "2027-EDU-0042") String reference) {}
