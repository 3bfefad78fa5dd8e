package org.duijie.project.need;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** That a need was taken back. */
@Embeddable
record Withdrawn(Instant withdrawnAt, String withdrawalReason) {}
