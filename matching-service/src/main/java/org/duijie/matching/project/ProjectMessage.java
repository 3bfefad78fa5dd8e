package org.duijie.matching.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.chassis.money.Money;
import org.duijie.matching.replica.ProjectState;
import org.jspecify.annotations.Nullable;

/** {@code org.duijie.project.*} except {@code refused}, as much of it as is told to those who watch a project. */
record ProjectMessage(
        UUID id,
        @Nullable String status,
        @Nullable Organization organization,
        @Nullable String divisionCode,
        @Nullable String divisionName,
        @Nullable String title,
        @Nullable Money value,
        @Nullable List<Milestone> milestones,
        @Nullable Totals money,
        @Nullable Termination termination,
        @Nullable String leftoverPurpose,
        @Nullable Disclosure finalDisclosure) {

    record Organization(String creditCode, String name) {}

    record Milestone(
            int number,
            String title,
            LocalDate dueOn,
            @Nullable LocalDate reachedOn) {}

    record Totals(Money pledged, Money received, Money disbursed, Money returned, String standing) {}

    record Termination(@Nullable String reason) {}

    record Disclosure(@Nullable LocalDate on) {}

    /** Its state; absent where the message does not tell it. */
    Optional<ProjectState> state(long version) {
        if (Stream.of(status, organization, divisionCode, divisionName, title, value, money)
                .anyMatch(Objects::isNull)) {
            return Optional.empty();
        }
        Organization by = Objects.requireNonNull(organization);
        Totals totals = Objects.requireNonNull(money);
        return Optional.of(new ProjectState(
                id,
                version,
                Objects.requireNonNull(status),
                Objects.requireNonNull(title),
                by.creditCode(),
                by.name(),
                Objects.requireNonNull(divisionCode),
                Objects.requireNonNull(divisionName),
                Objects.requireNonNull(value).fen(),
                totals.pledged().fen(),
                totals.received().fen(),
                totals.disbursed().fen(),
                totals.returned().fen(),
                totals.standing(),
                Objects.requireNonNullElse(milestones, List.<Milestone>of()).stream()
                        .map(one -> new ProjectState.Milestone(one.number(), one.title(), one.dueOn(), one.reachedOn()))
                        .toList(),
                termination == null ? null : termination.reason(),
                leftoverPurpose,
                finalDisclosure == null ? null : finalDisclosure.on()));
    }
}
