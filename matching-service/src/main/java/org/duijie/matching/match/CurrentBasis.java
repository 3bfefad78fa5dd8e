package org.duijie.matching.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.likeness.LikenessService;
import org.duijie.matching.pairing.PairingService;
import org.duijie.matching.policy.PolicyService;

/** What judgements of this moment rest on. */
@ApplicationScoped
public class CurrentBasis {

    private final PolicyService policies;
    private final PairingService pairings;
    private final LikenessService likeness;
    private final BusinessDay day;

    @Inject
    CurrentBasis(PolicyService policies, PairingService pairings, LikenessService likeness, BusinessDay day) {
        this.policies = policies;
        this.pairings = pairings;
        this.likeness = likeness;
        this.day = day;
    }

    /** The policy in force, the pairings on record, what is known of texts, and today. */
    public Basis now() {
        return new Basis(policies.current(), pairings.current(), likeness.current(), Attention.NONE, day.today());
    }
}
