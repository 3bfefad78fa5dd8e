package org.duijie.project.need;

import java.time.Instant;

/**
 * A change of a published need that another office has yet to agree to.
 *
 * @param terms everything that would be asked for
 */
record PendingAmendment(NeedTerms terms, String reason, Actor author, Instant at) {}
