package org.duijie.matching.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How much each factor weighs. A policy is never changed: a new one gets the next version. */
@Entity
@Immutable
public class Policy {

    @Id
    private int version;

    @Column
    private Instant inForceFrom;

    /** Why the weights are what they are. */
    @Column
    private String reason;

    /** Whole numbers; only their proportion counts, by habit they add up to 100. */
    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private Map<Factor, Integer> weights;

    /** Absent for the policy that was there from the beginning. */
    @Column
    private @Nullable Instant proposedAt;

    Policy() {}

    public Policy(int version, Instant inForceFrom, String reason, Map<Factor, Integer> weights) {
        if (weights.values().stream().anyMatch(weight -> weight < 0)
                || weights.values().stream().allMatch(weight -> weight == 0)) {
            throw new IllegalArgumentException("Weights are not negative and not all zero: " + weights);
        }
        this.version = version;
        this.inForceFrom = inForceFrom;
        this.reason = reason;
        this.weights = new EnumMap<>(weights);
    }

    /** A policy that takes force later. */
    static Policy proposed(int version, Instant inForceFrom, String reason, Map<Factor, Integer> weights, Instant at) {
        Policy policy = new Policy(version, inForceFrom, reason, weights);
        policy.proposedAt = at;
        return policy;
    }

    PolicyStatus status(Policy inForce, Instant now) {
        if (version == inForce.version) {
            return PolicyStatus.IN_FORCE;
        }
        return inForceFrom.isAfter(now) && version > inForce.version ? PolicyStatus.PROPOSED : PolicyStatus.SUPERSEDED;
    }

    public int version() {
        return version;
    }

    Instant inForceFrom() {
        return inForceFrom;
    }

    @Nullable
    Instant proposedAt() {
        return proposedAt;
    }

    String reason() {
        return reason;
    }

    /** A factor that the policy does not name weighs nothing. */
    public int weight(Factor factor) {
        return weights.getOrDefault(factor, 0);
    }
}
