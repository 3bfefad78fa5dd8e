package org.duijie.matching.delivery.sending;

import com.standardwebhooks.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as it was when a claim was made.
 *
 * @param platform who made it for the organization; absent where that was itself
 * @param active whether it is to be sent to at all
 * @param types sent; all if empty
 * @param hold for how long a failing event holds up those behind it
 * @param held for how much longer nothing is sent, because the receiver asked for it or failed again and again
 * @param signers one for each secret that is in force
 */
record Target(
        UUID endpoint,
        String organization,
        @Nullable String platform,
        String url,
        boolean active,
        Set<String> types,
        Duration hold,
        Duration held,
        List<Webhook> signers) {

    boolean wants(String type) {
        return types.isEmpty() || types.contains(type);
    }

    boolean isHeld() {
        return held.isPositive();
    }
}
