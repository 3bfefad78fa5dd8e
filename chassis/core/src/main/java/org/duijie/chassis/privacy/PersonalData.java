package org.duijie.chassis.privacy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Finds in free text what belongs to a person: identity, telephone and bank card numbers, e-mail addresses. People type
 * them full-width, with spaces or hyphens, or in Chinese numerals; all of these are seen. What carries a check digit
 * counts only if that fits, so that credit codes and long order numbers pass.
 */
public final class PersonalData {

    private PersonalData() {}

    /**
     * Refuses texts that hold personal data, naming all such places at once.
     *
     * @param texts by JSON pointer, in the order in which they are to be named; absent texts are passed over
     */
    public static void refuse(ProblemType refusal, Map<String, @Nullable String> texts) {
        ProblemException found = refusal.problem();
        texts.forEach((pointer, text) -> {
            if (text != null) {
                find(text)
                        .ifPresent(kind -> found.and(
                                pointer,
                                "含有" + kind.text().zh() + "。",
                                "It holds " + kind.text().en() + "."));
            }
        });
        if (!found.faults().isEmpty()) {
            throw found;
        }
    }

    /** Does the text hold anything that belongs to a person? */
    public static boolean isIn(String text) {
        return find(text).isPresent();
    }

    /** The first kind of personal data that the text holds. */
    public static Optional<PersonalDataKind> find(String text) {
        if (!PlainForm.isSuspect(text)) {
            return Optional.empty();
        }
        String plain = PlainForm.of(text);
        return Arrays.stream(PersonalDataKind.values())
                .filter(kind -> kind.isIn(plain))
                .findFirst();
    }
}
