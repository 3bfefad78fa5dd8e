package org.duijie.matching.match;

import java.util.function.Supplier;
import org.duijie.chassis.text.Text;

/**
 * What a factor came to for a pair.
 *
 * @param present whether it could be measured; an absent one takes no part in the score, and the others weigh more
 * @param ppm the value, 0 where absent
 * @param sentence why; made only when asked for, as ranking measures many pairs and explains few
 */
record Measure(boolean present, int ppm, Supplier<Text> sentence) {

    static Measure of(int ppm, Supplier<Text> sentence) {
        return new Measure(true, ppm, sentence);
    }

    static Measure absent(Text why) {
        return new Measure(false, 0, () -> why);
    }

    static Measure absent(String zh, String en) {
        return new Measure(false, 0, () -> Text.of(zh, en));
    }
}
