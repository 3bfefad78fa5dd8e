package org.duijie.badhouse.one;

import org.duijie.badhouse.two.Egg;

/** Breaks "cycle" together with {@link Egg}. */
public record Hen(Egg egg) {}
