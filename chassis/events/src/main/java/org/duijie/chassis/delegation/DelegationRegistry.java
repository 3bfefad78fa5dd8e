package org.duijie.chassis.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.duijie.chassis.identity.Delegations;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.time.BusinessDay;
import org.jspecify.annotations.Nullable;

/**
 * Every delegation that this instance has heard of. Whether one is in force is asked of the clock at each use: a period
 * ends on its day, whether or not somebody announces it.
 */
@ApplicationScoped
public class DelegationRegistry implements Delegations {

    /** Ended ones too: a repeated delivery must not bring a right back that was revoked since. */
    private final Map<UUID, DelegationMessage> newest = new HashMap<>();

    private final Map<String, Map<UUID, DelegationMessage>> activeByPlatform = new ConcurrentHashMap<>();
    private final BusinessDay day;
    private volatile boolean known;

    @Inject
    public DelegationRegistry(BusinessDay day) {
        this.day = day;
    }

    @Override
    public Map<String, UUID> principals(String platform, Matter matter) {
        if (!known) {
            throw DelegationsProblem.UNKNOWN_YET.problem().withHeader("Retry-After", "5");
        }
        LocalDate today = day.today();
        Map<String, UUID> principals = new HashMap<>();
        activeByPlatform.getOrDefault(platform, Map.of()).values().stream()
                .filter(delegation -> delegation.matters().contains(matter.name()))
                .filter(delegation -> !delegation.validUntil().isBefore(today))
                .forEach(delegation -> principals.put(delegation.principal().code(), delegation.id()));
        return principals;
    }

    /** Takes a delegation's state, unless a later one was seen before. */
    synchronized void take(DelegationMessage delegation) {
        DelegationMessage before = newest.get(delegation.id());
        if (before == null || before.version() <= delegation.version()) {
            newest.put(delegation.id(), delegation);
            replace(before, delegation);
        }
    }

    /** A delegation whose last word cannot be read gives no right: it may have been a revocation. */
    synchronized void drop(UUID id) {
        replace(newest.get(id), null);
    }

    /** Everything that was announced before the start has been read. */
    void becomeKnown() {
        known = true;
    }

    boolean isKnown() {
        return known;
    }

    private void replace(@Nullable DelegationMessage before, @Nullable DelegationMessage after) {
        if (before != null) {
            activeByPlatform
                    .getOrDefault(before.platform(), new ConcurrentHashMap<>())
                    .remove(before.id());
        }
        if (after != null && after.active()) {
            activeByPlatform
                    .computeIfAbsent(after.platform(), platform -> new ConcurrentHashMap<>())
                    .put(after.id(), after);
        }
    }
}
