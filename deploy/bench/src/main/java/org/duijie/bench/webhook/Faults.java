package org.duijie.bench.webhook;

import java.time.Duration;
import java.util.Random;
import org.duijie.local.PartName;
import org.duijie.local.Suite;
import org.duijie.sample.http.Patience;

/** Kills one part after the other and starts it again, at random; the same seed kills the same parts. */
final class Faults {
    private static final int DATABASE_ONE_IN = 4;

    private final Suite suite;
    private final Random random;
    private final Duration between;
    private int instances;
    private int databases;

    Faults(Suite suite, Random random, Duration between) {
        this.suite = suite;
        this.random = random;
        this.between = between;
    }

    /** Waits a while, and kills something. */
    void next() {
        Patience.sleep(between.dividedBy(2).plusMillis(random.nextLong(between.toMillis() / 2)));
        int chosen = random.nextInt(DATABASE_ONE_IN);
        PartName part = chosen == 0
                ? PartName.POSTGRES
                : random.nextBoolean() ? PartName.MATCHING_SERVICE : PartName.MATCHING_SERVICE_2;
        suite.kill(part);
        suite.restart(part);
        if (chosen == 0) {
            databases++;
        } else {
            instances++;
        }
    }

    int instances() {
        return instances;
    }

    int databases() {
        return databases;
    }

    @Override
    public String toString() {
        return instances + " instances and " + databases + " databases killed";
    }
}
