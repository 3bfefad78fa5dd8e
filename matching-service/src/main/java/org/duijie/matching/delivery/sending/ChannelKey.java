package org.duijie.matching.delivery.sending;

import java.util.UUID;

/** Which channel. */
record ChannelKey(UUID endpoint, UUID subscription) {}
