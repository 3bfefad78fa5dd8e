package org.duijie.organization.organization;

import java.time.Instant;

/**
 * An operator's decision to admit a credit code whose check character fails.
 *
 * @param by the operator's account; kept for the audit, never shown
 */
record CreditCodeOverride(String reason, String by, Instant at) {}
