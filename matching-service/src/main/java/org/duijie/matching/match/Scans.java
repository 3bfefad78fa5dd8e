package org.duijie.matching.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
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
    private final Set<String> callers = ConcurrentHashMap.newKeySet();

    /**
     * Waits for a place, not for long, and looks.
     *
     * @param caller who asks
     * @throws ProblemException 503 if the caller is asking such a question already, or no place gets free in time
     */
    public <T> T look(String caller, Supplier<T> scan) {
        if (!callers.add(caller)) {
            throw busy();
        }
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
            try {
                return scan.get();
            } finally {
                places.release();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            callers.remove(caller);
        }
    }

    private static ProblemException busy() {
        return RequestProblem.UNAVAILABLE.problem().withHeader("Retry-After", "1");
    }
}
