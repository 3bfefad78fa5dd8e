package org.duijie.matching.delivery.sending;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends what takes longer than it may, a quarter of a second late at the most. All have the same limit, so that one look at
 * what is under way does for all: a timer for each message would cost more than its signature.
 */
final class Alarm implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Duration limit;
    private final Thread thread;

    Alarm(Duration limit) {
        this.limit = limit;
        this.thread = Thread.ofVirtual().name("webhook-alarm").start(this::look);
    }

    /** Something under way; to be closed when it is over. */
    final class Watch implements AutoCloseable {

        private final long end = System.nanoTime() + limit.toNanos();
        private final Runnable ending;

        private Watch(Runnable ending) {
            this.ending = ending;
        }

        @Override
        public void close() {
            watches.remove(this);
        }
    }

    /** @param ending called when the limit is over and again until the watch is closed */
    Watch set(Runnable ending) {
        Watch watch = new Watch(ending);
        watches.add(watch);
        return watch;
    }

    private void look() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(LOOK);
                long now = System.nanoTime();
                for (Watch watch : watches) {
                    if (now - watch.end >= 0) {
                        watch.ending.run();
                    }
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
