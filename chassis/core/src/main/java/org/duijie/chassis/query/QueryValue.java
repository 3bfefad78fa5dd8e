package org.duijie.chassis.query;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.RequestProblem;
import org.jspecify.annotations.Nullable;

/**
 * One query parameter as it came. An absent one is empty in every reading; one that cannot be read is refused.
 *
 * @param name as in the URL
 */
public record QueryValue(String name, @Nullable String value) {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DIVISION_CODE = Pattern.compile("[1-8][1-9]\\d{4}");

    public Optional<String> asText() {
        return Optional.ofNullable(value);
    }

    /** One of the constants of an enum. */
    public <E extends Enum<E>> Optional<E> asChoice(Class<E> choices) {
        return asText().map(text -> Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(text))
                .findFirst()
                .orElseThrow(() -> {
                    String allowed = Arrays.stream(choices.getEnumConstants())
                            .map(Enum::name)
                            .collect(Collectors.joining(", "));
                    return refusal("可用的取值：" + allowed + "。", "Allowed values: " + allowed + ".");
                }));
    }

    /** A day, {@code yyyy-MM-dd}. */
    public Optional<LocalDate> asDate() {
        return asText().map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException notADay) {
                throw refusal("须为日期，如 2018-09-01。", "A day is wanted, such as 2018-09-01.");
            }
        });
    }

    public Optional<Boolean> asBoolean() {
        return asText().map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refusal("应为 true 或 false。", "It is true or false.");
        });
    }

    public Optional<UUID> asId() {
        return asText().map(text -> {
            if (!UUID_FORM.matcher(text).matches()) {
                throw refusal("须为 UUID。", "A UUID is wanted.");
            }
            return UUID.fromString(text);
        });
    }

    /** A GB/T 2260 code of six digits. */
    public Optional<String> asDivisionCode() {
        return asText().map(text -> {
            if (!DIVISION_CODE.matcher(text).matches()) {
                throw refusal("须为六位行政区划代码，如 130722。", "A division code of six digits is wanted, such as 130722.");
            }
            return text;
        });
    }

    private ProblemException refusal(String zh, String en) {
        return RequestProblem.INVALID.at("?" + name, zh, en);
    }
}
