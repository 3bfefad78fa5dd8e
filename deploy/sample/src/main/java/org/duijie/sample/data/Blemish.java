package org.duijie.sample.data;

import java.util.SplittableRandom;

/** What is not quite in order with an organization: the quirks of real registers. Most have none. */
public enum Blemish {
    NONE,
    /** The five years of the rating are over. */
    RATING_EXPIRED,
    /** Last year's inspection was passed only basically. */
    BASICALLY_PASSED,
    /** Was on the abnormal list and came off it. */
    ONCE_ABNORMAL,
    ABNORMAL,
    BLACKLISTED,
    SUSPENDED;

    static Blemish of(SplittableRandom chance) {
        int percent = chance.nextInt(100);
        if (percent < 70) {
            return NONE;
        } else if (percent < 79) {
            return RATING_EXPIRED;
        } else if (percent < 86) {
            return BASICALLY_PASSED;
        } else if (percent < 90) {
            return ONCE_ABNORMAL;
        } else if (percent < 95) {
            return ABNORMAL;
        }
        return percent < 98 ? BLACKLISTED : SUSPENDED;
    }

    /** Whether an organization with this may take part. */
    boolean barred() {
        return this == ABNORMAL || this == BLACKLISTED || this == SUSPENDED;
    }
}
