package org.duijie.matching.match;

import org.duijie.chassis.text.Text;

/** A hard rule that a pair breaks, why, and the smallest change after which it would not. */
public record Breach(Rule rule, Text sentence, Change smallestChange) {}
