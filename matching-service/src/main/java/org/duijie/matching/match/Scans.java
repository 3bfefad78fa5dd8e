package org.duijie.matching.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.RequestProblem;

/**
 * Lets in questions that look at everything there is: a few at a time, and one of each caller, so that neither one caller
 * nor all of them together keep the processors from those who rank, explain and announce.
 */
@ApplicationScoped
public class Scans {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Map<String, Door> doors = new ConcurrentHashMap<>();

    /** Where the questions of one caller wait for each other; there as long as one of them is. */
    private static final class Door {
        private final Semaphore turn = new Semaphore(1, true);
        private int questions;
    }

    /**
     * Waits for the caller's turn and for a place, not for long, and looks.
     *
     * @param caller who asks
     * @throws ProblemException 503 if neither comes in time
     */
    public <T> T look(String caller, Supplier<T> scan) {
        Door own = enter(caller);
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            await(own.turn, end);
            try {
                await(places, end);
                try {
                    return scan.get();
                } finally {
                    places.release();
                }
            } finally {
                own.turn.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            leave(caller);
        }
    }

    private Door enter(String caller) {
        return doors.compute(caller, (name, known) -> {
            Door door = known == null ? new Door() : known;
            door.questions++;
            return door;
        });
    }

    private void leave(String caller) {
        doors.computeIfPresent(caller, (name, door) -> --door.questions == 0 ? null : door);
    }

    private static void await(Semaphore semaphore, long end) throws InterruptedException {
        if (!semaphore.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw busy();
        }
    }

    private static ProblemException busy() {
        return RequestProblem.UNAVAILABLE.problem().withHeader("Retry-After", "1");
    }
}
