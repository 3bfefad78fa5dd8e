package org.duijie.matching.delivery.sending;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.duijie.matching.delivery.sending.InFlight.Lane;

/**
 * Whose turn it is in a lane. To find the fair order everything that is due has to be looked at, so under load it is kept
 * for a moment: whoever comes meanwhile waits for the next, and who is claimed by somebody else is left out. Where all had
 * their turn, it is looked at again only when something is known to have become due, or after a moment: time goes by, and
 * there are other instances. Of one thread alone, but for {@link #somethingIsDue}.
 */
final class Turns {

    private static final Duration KEPT = Duration.ofMillis(500);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int MOST = 5_000;

    private final ClaimRepository claims;
    private final InFlight inFlight;
    private final Lane lane;
    private final Queue<ChannelKey> due = new ArrayDeque<>();
    private long readAt;
    private volatile boolean stale = true;

    Turns(ClaimRepository claims, InFlight inFlight, Lane lane) {
        this.claims = claims;
        this.inFlight = inFlight;
        this.lane = lane;
    }

    /** Those that are next, without endpoints that have as much under way as they may. */
    List<ChannelKey> next(int most) throws SQLException {
        long age = System.nanoTime() - readAt;
        if (age >= KEPT.toNanos() || (due.isEmpty() && (stale || age >= LOOK.toNanos()))) {
            read();
        }
        List<ChannelKey> next = new ArrayList<>();
        while (next.size() < most && !due.isEmpty()) {
            ChannelKey first = due.remove();
            if (!inFlight.isBusy(first.endpoint())) {
                next.add(first);
            }
        }
        return next;
    }

    private void read() throws SQLException {
        readAt = System.nanoTime();
        stale = false;
        due.clear();
        due.addAll(claims.turns(lane == Lane.SLOW, inFlight.busy(), MOST));
        if (due.size() == MOST) {
            stale = true;
        }
    }

    /** What was read last may not be all that is due. */
    void somethingIsDue() {
        stale = true;
    }
}
