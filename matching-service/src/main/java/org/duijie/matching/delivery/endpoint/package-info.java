/** Webhook endpoints: where an organization wants its streams sent, what they are signed with, and how they fare. */
@NullMarked
package org.duijie.matching.delivery.endpoint;

import org.jspecify.annotations.NullMarked;
