package org.duijie.matching.replica;

import org.jspecify.annotations.Nullable;

/**
 * A fact became known or changed, and this instance takes it in.
 *
 * @param before what was known of it; absent where nothing was
 */
public record FactChange(@Nullable Fact before, Fact fact, Cause cause) {}
