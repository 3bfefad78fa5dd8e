package org.duijie.matching.subscription;

import jakarta.persistence.Embeddable;
import java.util.UUID;

@Embeddable
record MatchEventKey(UUID subscriptionId, long number) {}
