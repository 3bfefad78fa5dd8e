package org.duijie.matching.replica;

import java.util.UUID;

/**
 * Another instance has read what a need or an offer says: whoever holds the meanings of texts in memory takes it in now,
 * before anything is evaluated with it. Observed in the replica's turn and in a transaction.
 *
 * @param fact the id of the need or offer
 */
public record TextReadElsewhere(UUID fact) {}
