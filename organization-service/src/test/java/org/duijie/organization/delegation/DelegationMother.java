package org.duijie.organization.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.identity.Matter;

/** Delegations of tests. */
final class DelegationMother {

    static final LocalDate TODAY = LocalDate.parse("2018-09-01");
    static final Instant NOW = Instant.parse("2018-09-01T04:00:00Z");
    static final Principal COUNTY = new Principal("130722", null);
    static final Principal ORGANIZATION = new Principal(null, "53110000500302806B");

    private DelegationMother() {}

    static Delegation aDelegationUntil(LocalDate lastDay) {
        return delegate(COUNTY, List.of(Matter.NEEDS), lastDay);
    }

    static Delegation delegate(Principal principal, List<Matter> matters, LocalDate lastDay) {
        return Delegation.grant(
                UUID.randomUUID(), principal, "partner", matters, lastDay, "委托平台代办", "zhangbei", TODAY, NOW);
    }
}
