package org.duijie.matching.policy;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.duijie.chassis.audit.Act;
import org.duijie.chassis.audit.Audit;
import org.jspecify.annotations.Nullable;

/** Keeps proposals, and the policy in force at hand for matching. It takes force by the clock. */
@ApplicationScoped
public class PolicyService {

    /** It has versions, and no id. */
    private static final UUID THE_POLICY = UUID.nameUUIDFromBytes("policy".getBytes(StandardCharsets.UTF_8));

    private final PolicyRepository policies;
    private final PolicyAuthorRepository authors;
    private final Audit audit;
    private final InstantSource clock;

    private volatile @Nullable Policy current;

    @Inject
    PolicyService(PolicyRepository policies, PolicyAuthorRepository authors, Audit audit, InstantSource clock) {
        this.policies = policies;
        this.authors = authors;
        this.audit = audit;
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

    /** A version, whether it is, was or will be in force. */
    @Transactional
    public Optional<Policy> find(int version) {
        return policies.findByIdOptional(version);
    }

    /** Keeps a proposal as the next version, with who made it. */
    @Transactional
    Policy propose(PolicyRequest request, String author) {
        Instant now = clock.instant();
        request.check(now);
        Policy policy = Policy.proposed(
                policies.last() + 1, request.inForceFrom(), request.reason().strip(), request.byFactor(), now);
        policies.persistAndFlush(policy);
        authors.persist(new PolicyAuthor(policy.version(), author));
        audit.record(new Act("policy.proposed", THE_POLICY, null, "VERSION_" + policy.version(), null, null));
        return policy;
    }
}
