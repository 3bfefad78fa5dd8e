package org.duijie.organization.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code org.duijie.project.*} but {@code refused}: what it tells of whether promises are kept. */
public record ProjectOutcome(
        UUID id, long version, String status, Organization organization, List<Milestone> milestones, Money money) {

    public record Organization(String creditCode) {}

    /** @param reachedOn absent while it is not */
    public record Milestone(LocalDate dueOn, @Nullable LocalDate reachedOn) {

        boolean punctual() {
            return reachedOn != null && !reachedOn.isAfter(dueOn);
        }

        boolean late() {
            return reachedOn != null && reachedOn.isAfter(dueOn);
        }
    }

    /** @param standing how far the two sides agree about the figures */
    public record Money(String standing) {}

    /** @throws RuntimeException where something that every project has is missing: such an event is a dead letter */
    public ProjectOutcome {
        Stream.of(id, status, organization, organization.creditCode(), milestones, money, money.standing())
                .forEach(Objects::requireNonNull);
    }

    boolean kept() {
        return status.equals("COMPLETED") || status.equals("CLOSED");
    }

    boolean broken() {
        return status.equals("TERMINATED");
    }

    boolean disputed() {
        return money.standing().equals("DISPUTED");
    }

    int punctual() {
        return (int) milestones.stream().filter(Milestone::punctual).count();
    }

    int late() {
        return (int) milestones.stream().filter(Milestone::late).count();
    }
}
