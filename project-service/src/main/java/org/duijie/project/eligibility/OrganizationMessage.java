package org.duijie.project.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code org.duijie.organization.*}: what this service needs of an organization's state. */
record OrganizationMessage(
        UUID id,
        long version,
        String creditCode,
        String status,
        @Nullable List<String> relatedParties,
        @Nullable Standing standing) {

    record Standing(
            @Nullable List<Listing> abnormalListings,
            @Nullable List<Listing> blacklistings) {}

    record Listing(LocalDate from, @Nullable LocalDate until) {}

    OrganizationMessage {
        Stream.of(id, creditCode, status).forEach(Objects::requireNonNull);
    }

    Eligibility eligibility() {
        Standing stated = standing == null ? new Standing(null, null) : standing;
        return new Eligibility(
                creditCode,
                version,
                status,
                relatedParties == null ? List.of() : relatedParties,
                periods(stated.abnormalListings()),
                periods(stated.blacklistings()));
    }

    private static List<Eligibility.Period> periods(@Nullable List<Listing> listings) {
        return listings == null
                ? List.of()
                : listings.stream()
                        .map(listing -> new Eligibility.Period(listing.from(), listing.until()))
                        .toList();
    }
}
