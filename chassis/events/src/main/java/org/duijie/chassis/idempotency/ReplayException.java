package org.duijie.chassis.idempotency;

/**
 * Leaves a request that has acted before, with the answer that it was given then. An exception, for the method cannot
 * return an answer of another type than its own, and the transaction that was begun for it has to end without effect.
 */
class ReplayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StoredAnswer answer;

    ReplayException(StoredAnswer answer) {
        super("Answered before", null, false, false);
        this.answer = answer;
    }

    StoredAnswer answer() {
        return answer;
    }
}
