package org.duijie.matching.replica;

import java.util.List;

/**
 * What a batch of facts changed, in the order of the changes: observed inside the transaction that writes them, so what
 * follows from it is committed with it or not at all.
 */
public record FactChanges(List<FactChange> all) {}
