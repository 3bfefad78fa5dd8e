/**
 * Requests that may be sent again (draft-ietf-httpapi-idempotency-key-header-07): whoever did not hear the answer sends
 * the same request under the same key, and it has its effect once.
 */
@NullMarked
package org.duijie.chassis.idempotency;

import org.jspecify.annotations.NullMarked;
