package org.duijie.matching.replica;

/**
 * The facts in memory were read from the tables. Observed inside the same transaction, so that whoever keeps in memory
 * what rests on the same commits reads that as well.
 */
public record Reread() {}
