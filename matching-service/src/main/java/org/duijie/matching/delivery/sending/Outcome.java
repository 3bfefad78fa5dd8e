package org.duijie.matching.delivery.sending;

/** What came of an attempt. Only the first is a success. */
public enum Outcome {
    /** The receiver took it: any 2xx. */
    DELIVERED,
    /** The receiver answered something else. */
    ANSWERED,
    /** The receiver pointed elsewhere; nobody goes there. */
    REDIRECTED,
    /** The receiver did not answer within 15 seconds. */
    TIMED_OUT,
    /** No connection, or one that broke. */
    UNREACHABLE,
    /** The address leads where nothing is sent to. */
    REFUSED
}
