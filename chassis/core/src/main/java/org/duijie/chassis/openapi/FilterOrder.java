package org.duijie.chassis.openapi;

/**
 * In which order filters complete the described API, the largest number first. Filters of the same number come in the
 * order of the class path, which differs from one build to another: they must not see what the others do.
 */
public final class FilterOrder {

    /** What our annotations say of an operation: its parameters and refusals. */
    public static final int RULES = 3;

    /** All refusals are there: each is a problem detail. */
    public static final int REFUSALS = 2;

    /** What is no operation of the service. */
    public static final int WEBHOOKS = 1;

    /** Bounds, headers and examples of all there is. */
    static final int LAST = -100;

    private FilterOrder() {}
}
