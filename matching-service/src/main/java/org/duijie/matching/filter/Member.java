package org.duijie.matching.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.duijie.chassis.text.Text;

/** What a filter may ask about. */
public enum Member {
    FIELD("需求的领域", "the need's field", names(Field.values())),
    DIVISION("需求所在的区划，含其下各级", "the need's division, with all below it", "[1-9]\\d{5}", "130700"),
    MODE("帮扶方式", "the mode of help", names(Mode.values())),
    CATEGORY("项目类别", "the category", names(Category.values())),
    KIND("任一物项的种类", "the kind of any of its items", names(Kind.values())),
    RESOURCE(
            "任一物项的资源代码，含其下各级",
            "the resource code of any of its items, with all below it",
            "[A-Z][A-Z0-9_]{0,39}(\\.[A-Z][A-Z0-9_]{0,39}){0,7}",
            "GOODS.BOOKS"),
    AMOUNT("尚缺金额，元", "what is still asked for, in yuan"),
    DEADLINE("对接截止日", "the deadline"),
    PRIORITY("所在县的重点标记", "a mark of the need's county", names(Priority.values())),
    TITLE("标题中的文字", "words in its title"),
    SCORE("匹配得分", "the score of the match");

    private final Text meaning;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of and toList
    private final List<String> codes;

    private final Pattern pattern;
    private final String example;

    Member(String zh, String en) {
        this(zh, en, List.of(), ".*", "");
    }

    Member(String zh, String en, String pattern, String example) {
        this(zh, en, List.of(), pattern, example);
    }

    Member(String zh, String en, List<String> codes) {
        this(zh, en, codes, String.join("|", codes), codes.getFirst());
    }

    Member(String zh, String en, List<String> codes, String pattern, String example) {
        this.meaning = Text.of(zh, en);
        this.codes = codes;
        this.pattern = Pattern.compile(pattern);
        this.example = example;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    static Optional<Member> named(String word) {
        return Arrays.stream(values())
                .filter(member -> member.text().equalsIgnoreCase(word))
                .findFirst();
    }

    /** As filters write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it means, as part of a sentence. */
    public Text meaning() {
        return meaning;
    }

    /** Is it compared by size, or else by belonging? */
    boolean measured() {
        return this == AMOUNT || this == DEADLINE || this == SCORE;
    }

    /** All values that there are; empty where they cannot be listed. */
    List<String> codes() {
        return codes;
    }

    /** A value that it takes. */
    String example() {
        return example;
    }

    boolean takes(String value) {
        return pattern.matcher(value).matches();
    }
}
