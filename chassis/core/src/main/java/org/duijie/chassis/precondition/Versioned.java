package org.duijie.chassis.precondition;

/** An answer that shows one aggregate. It carries the aggregate's version as its entity tag. */
public interface Versioned {

    /** One more with every change. */
    long version();

    /**
     * Which of several pictures of the same version this is: two answers that differ must not have the same tag. Empty
     * for the whole picture.
     */
    default String view() {
        return "";
    }

    /** A strong entity tag (RFC 9110 §8.8.3), with its quotation marks. */
    default String entityTag() {
        return '"' + Long.toString(version()) + (view().isEmpty() ? "" : "-" + view()) + '"';
    }
}
