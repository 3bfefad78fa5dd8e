package org.duijie.matching.replica;

/**
 * A fact became known or changed. Observed inside the transaction that writes it, so what follows from it is committed
 * with it or not at all.
 *
 * @param facts all facts with this change already made
 */
public record FactChange(Fact fact, Facts facts, Cause cause) {}
