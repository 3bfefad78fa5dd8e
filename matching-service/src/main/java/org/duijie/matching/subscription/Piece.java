package org.duijie.matching.subscription;

/**
 * A part of what an occasion can touch, small enough for one transaction.
 *
 * @param key pieces are done in the order of their keys, so that one key says how far they are done
 */
record Piece(String key, Scope scope) {}
