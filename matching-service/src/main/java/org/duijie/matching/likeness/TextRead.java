package org.duijie.matching.likeness;

import java.time.Instant;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.Facts;

/**
 * What a need or an offer says has been read: {@link Likeness} knows it from now on. Observed in the replica's turn and
 * inside the transaction that keeps what was read, like {@link org.duijie.matching.replica.FactBatch}.
 *
 * @param fact the need or the offer, unchanged
 * @param facts all facts
 */
public record TextRead(Fact fact, Facts facts, Instant at) {}
