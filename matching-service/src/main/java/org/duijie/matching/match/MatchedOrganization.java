package org.duijie.matching.match;

import java.util.UUID;
import org.duijie.matching.replica.OrganizationFact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An organization in short. */
@Schema(name = "MatchedOrganization", description = "社会组织摘要 · An organization in short")
public record MatchedOrganization(
        UUID id,
        @Schema(examples = "示例助学促进会", maxLength = 200) String name,

        @Schema(examples = "51110102MJ0121629F", maxLength = 18)
        String creditCode,

        @Schema(examples = "COUNTY", maxLength = 20) String level) {

    public static @Nullable MatchedOrganization of(@Nullable OrganizationFact organization) {
        return organization == null
                ? null
                : new MatchedOrganization(
                        organization.id(), organization.name(), organization.creditCode(), organization.level());
    }
}
