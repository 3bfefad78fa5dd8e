package org.duijie.matching.policy;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps the policy in force at hand for matching. */
@ApplicationScoped
public class PolicyService {

    private final PolicyRepository policies;
    private final InstantSource clock;

    private volatile @Nullable Policy current;

    @Inject
    PolicyService(PolicyRepository policies, InstantSource clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** The policy as last loaded. */
    public Policy current() {
        return Objects.requireNonNull(current, "Policies are loaded at start");
    }

    @Transactional
    void start(@Observes @Priority(11) StartupEvent start) {
        load();
    }

    /** Reads which policy is in force now. */
    @Transactional
    public void load() {
        current = policies.inForce(clock.instant())
                .orElseThrow(() -> new IllegalStateException("No matching policy is in force"));
    }
}
