package org.duijie.matching.replica;

/**
 * The facts in memory were read from the tables, at the start or because they were in doubt. Observed inside the same
 * transaction, so that whoever keeps in memory what rests on the same commits reads that anew as well.
 */
public record Reread() {}
