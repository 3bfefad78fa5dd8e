package org.duijie.organization.organization;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

/**
 * An operator's decision to admit a credit code whose check character fails.
 *
 * @param by the operator's account; kept for the audit, never shown
 */
record CreditCodeOverride(
        String reason,
        String by,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at) {}
