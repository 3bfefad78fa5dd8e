package org.duijie.matching.filter;

import static org.duijie.matching.replica.FactMother.TODAY;
import static org.duijie.matching.replica.FactMother.aDivision;
import static org.duijie.matching.replica.FactMother.aNeed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;

/** Expressions, each with what it means said a second time without the language, and needs of every kind. */
public final class RandomFilters {

    private static final List<String> WORDS = List.of("图书", "乡村", "大棚", "ICT", "义诊", "a \"b\" \\c", "村");
    private static final List<String> RESOURCES = List.of(
            "GOODS.BOOKS",
            "GOODS",
            "GOODS.BOOKS.CHILDREN",
            "GOODS.BOOKSHELVES",
            "SERVICE.CLINIC",
            "FUNDS",
            "VOLUNTEERS");
    private static final List<String> DIVISIONS = List.of("130000", "130700", "130722", "130723", "110000", "130800");
    private static final List<String> COUNTIES = List.of("130722", "130723", "130825", "110102");
    private static final List<DivisionFact> MARKED = List.of(
            aDivision("130722", "NATIONAL", null, true),
            aDivision("130723", "NATIONAL", "CONFIRMED", true),
            aDivision("130825", "PROVINCIAL", "UNSOURCED", false));

    private final Random random;

    public RandomFilters(Random random) {
        this.random = random;
    }

    /** A need as it is looked at. */
    record Seen(NeedFact need, DivisionFact division, LocalDate on) {

        Candidate candidate() {
            return Candidate.of(need, division, on);
        }
    }

    /** An expression, and whether it means a need. */
    record Said(String text, Predicate<Seen> meaning) {}

    Seen seen() {
        NeedFact need = need();
        return new Seen(
                need,
                MARKED.stream()
                        .filter(division -> division.code().equals(need.divisionCode()))
                        .findFirst()
                        .orElseGet(() -> aDivision(need.divisionCode(), null, null, false)),
                TODAY.plusDays(random.nextInt(100)));
    }

    public NeedFact need() {
        return aNeed(need -> {
            need.field = pick(List.of("EDUCATION", "HEALTH", "INDUSTRY", "SPACE_TRAVEL"));
            need.mode = pick(List.of("RELIEF", "CAPACITY_BUILDING"));
            need.category = pick(List.of("DIRECT_AID", "DEVELOPMENT", "PUBLIC_WELFARE"));
            need.divisionCode = pick(COUNTIES);
            need.deadline = TODAY.plusDays(random.nextInt(200));
            need.title = IntStream.range(0, 3).mapToObj(i -> pick(WORDS)).collect(Collectors.joining(" "));
            need.items = IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(i -> new ItemFact(pick(RESOURCES), "件", 1_000, random.nextInt(50) * 1_000L))
                    .toList();
        });
    }

    /** An expression of some depth at the most. */
    Said said(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 1, 2 -> joined(" AND ", depth, true);
            case 3 -> joined(random.nextBoolean() ? " OR " : " or ", depth, false);
            case 4 -> {
                Said inner = said(depth - 1);
                yield new Said("NOT (" + inner.text() + ")", inner.meaning().negate());
            }
            default -> criterion();
        };
    }

    /** The same as a filter, with a least score now and then. */
    public Filter filter(int depth) {
        Filter filter = Filter.parse(said(depth).text(), "?filter");
        return random.nextInt(3) == 0 ? new Filter(filter.terms(), random.nextInt(1_000_001)) : filter;
    }

    private Said joined(String joint, int depth, boolean all) {
        List<Said> parts = IntStream.rangeClosed(0, 1 + random.nextInt(2))
                .mapToObj(i -> said(depth - 1))
                .toList();
        return new Said(
                parts.stream().map(part -> "(" + part.text() + ")").collect(Collectors.joining(joint)),
                seen -> all
                        ? parts.stream().allMatch(part -> part.meaning().test(seen))
                        : parts.stream().anyMatch(part -> part.meaning().test(seen)));
    }

    private Said criterion() {
        return switch (random.nextInt(9)) {
            case 0 ->
                oneOf("field", List.of("EDUCATION", "HEALTH", "INDUSTRY"), (seen, value) -> seen.need()
                        .field()
                        .equals(value));
            case 1 ->
                oneOf("mode", List.of("RELIEF", "CAPACITY_BUILDING"), (seen, value) -> seen.need()
                        .mode()
                        .equals(value));
            case 2 ->
                oneOf("category", List.of("DIRECT_AID", "DEVELOPMENT"), (seen, value) -> seen.need()
                        .category()
                        .equals(value));
            case 3 ->
                oneOf("division", DIVISIONS, (seen, value) -> seen.need()
                        .divisionCode()
                        .startsWith(value.replaceAll("(00)+$", "")));
            case 4 ->
                oneOf("kind", List.of("GOODS", "FUNDS", "SERVICE"), (seen, value) -> seen.need().items().stream()
                        .anyMatch(
                                item -> item.resourceCode().split("\\.", -1)[0].equals(value)));
            case 5 ->
                oneOf("resource", RESOURCES, (seen, value) -> seen.need().items().stream()
                        .anyMatch(item -> (item.resourceCode() + ".").startsWith(value + ".")));
            case 6 -> title();
            case 7 -> amount();
            default -> random.nextInt(3) == 0 ? priority() : deadline();
        };
    }

    private interface Holds {
        boolean test(Seen seen, String value);
    }

    private Said oneOf(String member, List<String> values, Holds holds) {
        List<String> some = new ArrayList<>();
        IntStream.rangeClosed(0, random.nextInt(2)).forEach(i -> some.add(pick(values)));
        return new Said(
                member
                        + (random.nextBoolean() ? ":" : " = ")
                        + (some.size() == 1 ? some.getFirst() : "(" + String.join(" OR ", some) + ")"),
                seen -> some.stream().anyMatch(value -> holds.test(seen, value)));
    }

    private Said title() {
        String word = pick(WORDS);
        String quoted = '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        return new Said(
                "title:" + quoted,
                seen -> seen.need().title().toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
    }

    private Said amount() {
        long yuan = random.nextInt(1_000);
        boolean least = random.nextBoolean();
        return new Said(
                "amount" + (least ? ">=" : "<=") + yuan,
                seen -> least
                        ? seen.need().valueFen() >= yuan * 100
                        : seen.need().valueFen() <= yuan * 100);
    }

    private Said deadline() {
        int days = random.nextInt(150);
        boolean least = random.nextBoolean();
        boolean fromToday = random.nextBoolean();
        return new Said(
                "deadline" + (least ? ">=" : "<=")
                        + (fromToday ? days + "d" : TODAY.plusDays(days).toString()),
                seen -> {
                    LocalDate bound = (fromToday ? seen.on() : TODAY).plusDays(days);
                    LocalDate deadline = seen.need().deadline();
                    return least ? !deadline.isBefore(bound) : !deadline.isAfter(bound);
                });
    }

    private Said priority() {
        return oneOf(
                "priority",
                List.of("DEEP_POVERTY", "NATIONAL_KEY", "PROVINCIAL_KEY", "YANSHAN_TAIHANG"),
                (seen, value) -> switch (value) {
                    case "DEEP_POVERTY" -> seen.need().divisionCode().equals("130723");
                    case "NATIONAL_KEY" ->
                        List.of("130722", "130723").contains(seen.need().divisionCode());
                    case "PROVINCIAL_KEY" -> seen.need().divisionCode().equals("130825");
                    default -> List.of("130722", "130723").contains(seen.need().divisionCode());
                });
    }

    private <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
