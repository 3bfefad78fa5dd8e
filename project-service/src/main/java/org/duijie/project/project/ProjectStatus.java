package org.duijie.project.project;

/** Where a project stands. Each constant names the verbs that lead out of it. */
public enum ProjectStatus {
    /** Both sides agreed: start, terminate. */
    AGREED,
    /** Being carried out: complete, terminate. */
    RUNNING,
    /** Everything that was agreed is done: close. */
    COMPLETED,
    /** The money is reconciled and the final disclosure is out. Final. */
    CLOSED,
    /** Ended before it was done; what was not delivered is given back. Final. */
    TERMINATED;

    /** Is it still being carried out, or about to be? */
    public boolean open() {
        return this == AGREED || this == RUNNING;
    }
}
