package org.duijie.matching.subscription;

import java.time.LocalDate;
import java.util.UUID;
import org.duijie.matching.match.StandingChecks;
import org.duijie.matching.replica.OrganizationFact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An organization's standing as it was when something of it changed. */
@Schema(name = "WatchedOrganization", description = "所关注组织的状态 · The organization's standing at that moment")
public record WatchedOrganization(
        UUID id,

        @Schema(examples = "51110102MJ0121629F", maxLength = 18)
        String creditCode,

        @Schema(examples = "示例助学促进会", maxLength = 200) String name,
        @Schema(examples = "VERIFIED", maxLength = 20) String status,

        @Schema(description = "参与资格 · May it take part on that day?")
        boolean eligible,

        @Schema(examples = "4A", maxLength = 3, description = "The rating in force on that day; absent where none is")
        @Nullable
        String rating) {

    static WatchedOrganization of(OrganizationFact organization, LocalDate on) {
        OrganizationFact.Rating rating = organization.rating();
        return new WatchedOrganization(
                organization.id(),
                organization.creditCode(),
                organization.name(),
                organization.status(),
                StandingChecks.eligible(organization, on),
                rating == null || !rating.inForce(on) ? null : rating.grade().length() + "A");
    }
}
