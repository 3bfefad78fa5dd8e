package org.duijie.badhouse.two;

import org.duijie.badhouse.one.Hen;

/** Breaks "cycle" together with {@link Hen}. */
public record Egg(Hen hen) {}
