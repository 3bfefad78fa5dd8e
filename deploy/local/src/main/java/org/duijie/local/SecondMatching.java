package org.duijie.local;

/** Whether matching-service runs twice: the two share the work, and each takes it over from the other. */
public enum SecondMatching {
    /** One instance is enough. */
    NONE,
    /** The gateway knows of a second one; it is started by {@link Suite#restart}. */
    LATER,
    /** Two from the start. */
    STARTED
}
