package org.duijie.matching.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.attention.AttentionService;
import org.duijie.matching.likeness.LikenessService;
import org.duijie.matching.pairing.PairingService;
import org.duijie.matching.policy.PolicyService;

/** What judgements of this moment rest on. */
@ApplicationScoped
public class CurrentBasis {

    private final PolicyService policies;
    private final PairingService pairings;
    private final LikenessService likeness;
    private final AttentionService attention;
    private final BusinessDay day;

    @Inject
    CurrentBasis(
            PolicyService policies,
            PairingService pairings,
            LikenessService likeness,
            AttentionService attention,
            BusinessDay day) {
        this.policies = policies;
        this.pairings = pairings;
        this.likeness = likeness;
        this.attention = attention;
        this.day = day;
    }

    /** The policy in force, the pairings on record, what is known of texts, attention as last measured, and today. */
    public Basis now() {
        return new Basis(policies.current(), pairings.current(), likeness.current(), attention.current(), day.today());
    }
}
