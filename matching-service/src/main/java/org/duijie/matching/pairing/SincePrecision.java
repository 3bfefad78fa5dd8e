package org.duijie.matching.pairing;

/** How exactly a source dates the beginning of a pairing. */
public enum SincePrecision {
    DAY,
    MONTH,
    YEAR,
    /** Within a span of months or years; {@code since} is its first day. */
    SPAN,
    /** "About" a year; {@code since} is the first day of that year. */
    ABOUT,
    /** The source gives no date; the pairing counts as in force from before the first need. */
    NOT_STATED
}
