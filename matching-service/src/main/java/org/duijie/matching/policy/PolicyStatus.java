package org.duijie.matching.policy;

/** Where a version stands at a moment. */
public enum PolicyStatus {
    /** Its time has not come. It takes force then, unless a later version is in force by then. */
    PROPOSED,
    /** Rankings rest on it. */
    IN_FORCE,
    /** A later version is in force, or was when its own time came. */
    SUPERSEDED
}
