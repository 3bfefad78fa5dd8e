package org.duijie.sample.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.duijie.sample.http.Patience;
import org.duijie.sample.text.Table;

/** Tells the walk in Chinese and, shortly, in English; says what it waits for and for how long at the most. */
final class Narrator {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration TELL_EVERY = Duration.ofSeconds(2);
    private static final int WIDEST_CELL = 84;

    private final PrintWriter out;
    private int step;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    void step(String zh, String en) {
        step++;
        out.printf("%n【%d】%s · %s%n", step, zh, en);
        out.flush();
    }

    void seen(String what) {
        out.println("  ✓ " + what);
        out.flush();
    }

    void refused(String what) {
        out.println("  ✗ " + what);
        out.flush();
    }

    void say(String what) {
        out.println("    " + what);
        out.flush();
    }

    void table(Table table) {
        table.render(WIDEST_CELL).lines().forEach(line -> out.println("    " + line));
        out.flush();
    }

    /** What the look finally finds, looking again and again until the limit. */
    <T> T await(String what, Duration limit, Supplier<Optional<T>> look) {
        long began = System.nanoTime();
        long tellAt = began + TELL_EVERY.toNanos();
        Optional<T> found = look.get();
        while (found.isEmpty()) {
            long now = System.nanoTime();
            if (now - began > limit.toNanos()) {
                throw new NotSeenException(
                        "等了 %d 秒仍未见：%s · not seen within %d s".formatted(limit.toSeconds(), what, limit.toSeconds()));
            }
            if (now > tellAt) {
                say("… 等待 waiting for %s（%d s / %d s）"
                        .formatted(what, Duration.ofNanos(now - began).toSeconds(), limit.toSeconds()));
                tellAt = now + TELL_EVERY.toNanos();
            }
            Patience.sleep(LOOK_EVERY);
            found = look.get();
        }
        return found.get();
    }

    /** Both languages of a text of the suite. */
    static String bilingual(JsonNode text) {
        return text.path("zh").asText() + " " + text.path("en").asText();
    }

    static void require(boolean seen, String what) {
        if (!seen) {
            throw new NotSeenException("未见 not seen: " + what);
        }
    }
}
