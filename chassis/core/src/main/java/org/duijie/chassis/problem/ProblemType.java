package org.duijie.chassis.problem;

import com.google.errorprone.annotations.Immutable;
import java.util.List;
import java.util.Locale;
import org.duijie.chassis.text.Text;

/**
 * A named cause for which a request is refused. A feature lists its causes in one enum {@code XProblem}; the constant's
 * name, the problem's {@code type} and its page are the same word: {@code NeedProblem.NOT_OPEN} is
 * {@code /problems/need-not-open}.
 *
 * <p>Each enum is named in {@code META-INF/services/org.duijie.chassis.problem.ProblemType}, which is how the catalogue
 * at {@code GET /problems} finds it.
 */
public interface ProblemType {

    /** The constant's name. */
    String name();

    /** What every refusal for this cause has in common. */
    Refusal refusal();

    /**
     * @param status the HTTP status that goes with the cause
     * @param title what is wrong, in one short sentence that does not depend on the case
     * @param mend how the caller puts it right
     */
    @Immutable
    record Refusal(int status, Text title, Text mend) {}

    default int status() {
        return refusal().status();
    }

    default Text title() {
        return refusal().title();
    }

    default Text mend() {
        return refusal().mend();
    }

    /** The last segment of the problem's {@code type}. */
    default String slug() {
        String feature = declaringClass().getSimpleName().replaceFirst("Problem$", "");
        return kebab(feature) + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The refusal itself, to be thrown. */
    default ProblemException problem() {
        return new ProblemException(this, title(), List.of());
    }

    /** The refusal with a sentence about this very case. */
    default ProblemException because(String zh, String en) {
        return new ProblemException(this, Text.of(zh, en), List.of());
    }

    /** The refusal of one place in the request: a JSON pointer such as {@code #/items/0/unit}, or {@code ?limit}. */
    default ProblemException at(String pointer, String zh, String en) {
        return new ProblemException(
                this, Text.of(zh, en), List.of(new ProblemException.Fault(pointer, Text.of(zh, en))));
    }

    private Class<?> declaringClass() {
        return this instanceof Enum<?> constant ? constant.getDeclaringClass() : getClass();
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
