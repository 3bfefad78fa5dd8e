package org.duijie.chassis.testing.hostile;

import java.util.ArrayList;
import java.util.List;
import org.duijie.chassis.testing.openapi.Answer;
import org.duijie.chassis.testing.openapi.ApiOperation;

/** How many requests were sent, and what went wrong with which. */
public final class HostileReport {

    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final List<String> faults = new ArrayList<>();
    private int sent;
    private int kinds;

    public int sent() {
        return sent;
    }

    /** How many different bodies or strings each operation was sent, at least. */
    public int kinds() {
        return kinds;
    }

    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Takes in what was sent beside it. */
    HostileReport with(HostileReport more) {
        faults.addAll(more.faults);
        sent += more.sent;
        if (more.kinds > 0) {
            atLeast(more.kinds);
        }
        return this;
    }

    /** Another operation was sent so many kinds. */
    void atLeast(int number) {
        kinds = kinds == 0 ? number : Math.min(kinds, number);
    }

    /** Takes down an answer and what must be true of every one. */
    Answer took(ApiOperation operation, Object input, Answer answer) {
        sent++;
        boolean refused = answer.status() >= CLIENT_ERROR;
        if (answer.status() >= SERVER_ERROR || (refused && answer.problem().isEmpty())) {
            fault(operation, input, answer);
        }
        return answer;
    }

    void fault(ApiOperation operation, Object input, Object what) {
        String shown = input.toString();
        faults.add(visible(operation + " given " + shown.substring(0, Math.min(shown.length(), 120)) + ": " + what));
    }

    /** What a terminal or a log would swallow, in the form of an escape. */
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .forEach(point -> shown.append(
                        Character.isLetterOrDigit(point) || (point >= ' ' && point < 0x7F)
                                ? Character.toString(point)
                                : "\\u{%X}".formatted(point)));
        return shown.toString();
    }
}
