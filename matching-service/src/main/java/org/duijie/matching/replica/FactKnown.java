package org.duijie.matching.replica;

/**
 * A fact became known or changed in memory, whoever took it in. Observed in the replica's turn and in a transaction; if
 * that is not committed, a change of its own is taken back.
 */
public record FactKnown(Fact fact) {}
