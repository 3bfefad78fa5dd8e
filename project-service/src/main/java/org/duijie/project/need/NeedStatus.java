package org.duijie.project.need;

/** Where a need stands. Each constant names the verbs that lead out of it. */
public enum NeedStatus {
    /** Being written: revise, submit, withdraw. */
    DRAFT,
    /** Waiting for another office: return, publish, withdraw, expire. */
    SUBMITTED,
    /** Sent back with reasons: revise, submit, withdraw. */
    RETURNED,
    /** Open to offers: amend, withdraw, expire. */
    PUBLISHED,
    /** Everything asked for was given. Final. */
    FULFILLED,
    /** Taken back by its county: reopen. */
    WITHDRAWN,
    /** Its deadline passed while it waited for a review or for offers: reopen. */
    EXPIRED;

    /** May the author still change what is asked for? */
    boolean editable() {
        return this == DRAFT || this == RETURNED;
    }

    /** Does somebody else have to act before the deadline? A draft has no deadline to keep. */
    boolean waiting() {
        return this == SUBMITTED || this == PUBLISHED;
    }

    boolean open() {
        return editable() || waiting();
    }
}
