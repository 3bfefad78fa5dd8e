package org.duijie.matching.match;

import java.util.function.Function;
import java.util.function.Predicate;
import org.duijie.chassis.text.Text;

/** How a rule is judged and, where it is broken, explained. The words are made only when asked for. */
record Check(Predicate<Pair> broken, Function<Pair, Text> sentence, Function<Pair, Change> smallestChange) {}
