package org.duijie.matching.subscription;

import java.util.List;
import org.duijie.matching.replica.NeedFact;

/**
 * What wishes ask of needs, as bits: for each of field, mode and category one bit for every code and one for "any". A
 * wish admits a need where the two share a bit in each of the three.
 *
 * @param bits of one need
 * @param division its GB/T 2260 code as a number; below zero where it is none
 */
record NeedFilter(int bits, int division) {

    private static final Group FIELDS = Group.of(Field.class, 0);
    private static final Group MODES = Group.of(Mode.class, FIELDS.end());
    private static final Group CATEGORIES = Group.of(Category.class, MODES.end());

    private static final int PREFECTURE = 100;
    private static final int PROVINCE = 10_000;

    /** The bits of one member: one for each code, the last for any. */
    private record Group(List<String> codes, int begin) {

        static <E extends Enum<E>> Group of(Class<E> codes, int begin) {
            return new Group(
                    List.of(codes.getEnumConstants()).stream().map(Enum::name).toList(), begin);
        }

        int end() {
            return begin + codes.size() + 1;
        }

        int any() {
            return 1 << (end() - 1);
        }

        int all() {
            return (1 << end()) - (1 << begin);
        }

        /** Of a wish: an empty list wants all. */
        int wanted(List<String> names) {
            return names.isEmpty() ? any() : names.stream().mapToInt(this::bit).reduce(0, (some, more) -> some | more);
        }

        /** Of a need; a code that wishes cannot name is wanted by those alone that want all. */
        int offered(String name) {
            return bit(name) | any();
        }

        private int bit(String name) {
            int index = codes.indexOf(name);
            return index < 0 ? 0 : 1 << (begin + index);
        }
    }

    static NeedFilter of(NeedFact need) {
        return new NeedFilter(
                FIELDS.offered(need.field()) | MODES.offered(need.mode()) | CATEGORIES.offered(need.category()),
                need.divisionCode().matches("\\d{6}") ? Integer.parseInt(need.divisionCode()) : -1);
    }

    static int bitsOf(Wish wish) {
        return FIELDS.wanted(wish.fields()) | MODES.wanted(wish.modes()) | CATEGORIES.wanted(wish.categories());
    }

    /** The codes of a wish's divisions; none for all. */
    static int[] divisionsOf(Wish wish) {
        return wish.divisions().stream().mapToInt(Integer::parseInt).toArray();
    }

    boolean admittedBy(int wishBits, int[] wishDivisions) {
        int shared = bits & wishBits;
        return (shared & FIELDS.all()) != 0
                && (shared & MODES.all()) != 0
                && (shared & CATEGORIES.all()) != 0
                && (wishDivisions.length == 0 || lies(wishDivisions));
    }

    private boolean lies(int[] wishDivisions) {
        for (int code : wishDivisions) {
            int span = code % PROVINCE == 0 ? PROVINCE : code % PREFECTURE == 0 ? PREFECTURE : 1;
            if (division >= code && division < code + span) {
                return true;
            }
        }
        return false;
    }
}
