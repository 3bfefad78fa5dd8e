package org.duijie.sample.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Makes the offers. Twelve organizations in a row make 25 offers: 500 offers come from 240 organizations.
 *
 * <p>A <em>cell</em> is one field in one poor county: 7 × 62 = 434 of them. Evenly spread, offers serve wide places and
 * several fields. Skewed, four of five offers serve one of the 22 hot cells (5 %) each and nothing else.
 */
final class Offers {
    private static final int[] OFFERS_OF_TWELVE = {3, 1, 2, 2, 4, 1, 2, 3, 1, 2, 1, 3};
    private static final int BLOCK = Arrays.stream(OFFERS_OF_TWELVE).sum();
    private static final long HUNDRED_YUAN = 100_00L;
    private static final long TEN_THOUSAND_YUAN = 10_000_00L;
    private static final List<Field> FIELDS = List.of(Field.values());
    private static final int HOT_CELLS =
            Math.round(0.05f * FIELDS.size() * Divisions.poorCounties().size());

    private static final List<List<String>> PREFECTURES_OF_BEIJING_AND_TIANJIN =
            List.of(List.of("130700"), List.of("130800"), List.of("130600"), List.of("130700", "130800"));
    private static final List<String> PARTICIPATION_ROLES =
            List.of("PUBLIC_SERVICES", "EXPERTISE", "PROJECTS", "ADVICE");

    private final LocalDate today;
    private final boolean skewed;

    Offers(LocalDate today, boolean skewed) {
        this.today = today;
        this.skewed = skewed;
    }

    /** The number of the organization that makes offer {@code number}. */
    static int organizationOf(int number) {
        int left = number % BLOCK;
        int organization = number / BLOCK * OFFERS_OF_TWELVE.length;
        for (int offers : OFFERS_OF_TWELVE) {
            if (left < offers) {
                break;
            }
            left -= offers;
            organization++;
        }
        return organization;
    }

    /** Offer {@code number}, from 0. */
    SampleOffer at(int number) {
        SplittableRandom chance = Seed.OFFER.of(number);
        SampleOrganization organization = Organizations.at(organizationOf(number));
        List<Field> fields = fields(number, chance);
        List<String> divisions = divisions(organization, chance);
        boolean hot = skewed && number % 5 != 0;
        if (hot) {
            int cell = chance.nextInt(HOT_CELLS);
            fields = List.of(FIELDS.get(cell % FIELDS.size()));
            divisions = List.of(hotCounty(cell));
        }
        List<Theme> themes =
                fields.stream().map(field -> Seed.pick(chance, Theme.of(field))).toList();
        List<Resource> resources = themes.stream()
                .flatMap(theme -> theme.resources().stream())
                .distinct()
                .toList();
        long capacity = capacity(organization.level(), chance);
        return new SampleOffer(
                number,
                organization.number(),
                organization.creditCode(),
                title(fields),
                summary(number, resources),
                items(resources, capacity, chance),
                smallestCommitment(capacity, chance),
                Money.ofFen(capacity),
                fields,
                divisions,
                hot || number == 0 ? List.of() : excludedDivisions(chance),
                modes(themes, chance),
                roles(chance),
                today,
                today.plusDays(chance.nextInt(180, 720)));
    }

    /** Now and then an offer says it more widely: any training in a skill rather than one. */
    private static List<Item> items(List<Resource> resources, long capacity, SplittableRandom chance) {
        List<Item> items = Resource.items(resources, capacity, chance);
        return chance.nextInt(6) > 0 ? items : items.stream().map(Item::widened).toList();
    }

    /** Offer 0, of the first account, serves education, so that the demo has something to see. */
    private static List<Field> fields(int number, SplittableRandom chance) {
        List<Field> fields = new ArrayList<>();
        if (number == 0) {
            fields.add(Field.EDUCATION);
        }
        int wanted = chance.nextInt(1, 4);
        while (fields.size() < wanted) {
            Field field = Seed.pick(chance, FIELDS);
            if (!fields.contains(field)) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** National ones serve everywhere; Beijing and Tianjin look to the three cities around them; Hebei to all. */
    private static List<String> divisions(SampleOrganization organization, SplittableRandom chance) {
        int draw = chance.nextInt(10);
        return switch (organization.level()) {
            case NATIONAL -> draw < 7 ? List.of() : List.of("130000");
            case PROVINCIAL -> {
                if (draw < 5 || organization.number() == 0) {
                    yield List.of("130000");
                }
                yield organization.origin() == Origin.HEBEI
                        ? List.of(Seed.pick(chance, Divisions.poorCounties()).parentCode())
                        : Seed.pick(chance, PREFECTURES_OF_BEIJING_AND_TIANJIN);
            }
            case MUNICIPAL -> draw < 5 ? List.of("130000") : List.of(organization.registrarDivision());
            case COUNTY -> List.of(organization.registrarDivision());
        };
    }

    /** The hot cells lie in the first counties of the list: every field of each. */
    private static String hotCounty(int cell) {
        return Divisions.poorCounties().get(cell / FIELDS.size()).code();
    }

    /** The value of all items in fen, by the level of the organization. */
    private static long capacity(Level level, SplittableRandom chance) {
        return TEN_THOUSAND_YUAN
                * switch (level) {
                    case NATIONAL -> chance.nextInt(60, 900);
                    case PROVINCIAL -> chance.nextInt(15, 400);
                    case MUNICIPAL -> chance.nextInt(8, 300);
                    case COUNTY -> chance.nextInt(2, 30);
                };
    }

    private static String title(List<Field> fields) {
        return fields.stream().map(Field::label).collect(Collectors.joining("、")) + "帮扶资源";
    }

    private static String summary(int number, List<Resource> resources) {
        return "提供" + resources.stream().map(Resource::description).collect(Collectors.joining("、"))
                + "。（样例编号 %s）".formatted(SampleOffer.mark(number));
    }

    /** Between half a percent and five percent of all, in whole hundreds of yuan. */
    private static Money smallestCommitment(long capacity, SplittableRandom chance) {
        return Money.ofFen((capacity / chance.nextInt(20, 200) / HUNDRED_YUAN + 1) * HUNDRED_YUAN);
    }

    /** One offer in thirty leaves out a county. */
    private static List<String> excludedDivisions(SplittableRandom chance) {
        return chance.nextInt(30) == 0
                ? List.of(Seed.pick(chance, Divisions.poorCounties()).code())
                : List.of();
    }

    /** What its themes are for, and often the other mode as well. */
    private static List<Mode> modes(List<Theme> themes, SplittableRandom chance) {
        return chance.nextInt(3) == 0
                ? themes.stream().map(Theme::mode).distinct().sorted().toList()
                : List.of(Mode.values());
    }

    private static List<String> roles(SplittableRandom chance) {
        String first = Seed.pick(chance, PARTICIPATION_ROLES);
        String second = Seed.pick(chance, PARTICIPATION_ROLES);
        return first.equals(second) ? List.of(first) : List.of(first, second);
    }
}
