package org.duijie.matching.filter;

import java.util.ArrayList;
import java.util.List;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.jspecify.annotations.Nullable;

/**
 * A filter as numbers, for those who hold a million of them: for each of field, mode, category, kind and priority one bit
 * for every code and one for "any", the codes of divisions, and the rest as it is. A filter admits a need where the two
 * share a bit in each group, one of the divisions covers it, and the rest admits it; the rest is looked at last.
 */
public final class Screen {

    private static final Group FIELDS = Group.of(Member.FIELD, 0);
    private static final Group MODES = Group.of(Member.MODE, FIELDS.end());
    private static final Group CATEGORIES = Group.of(Member.CATEGORY, MODES.end());
    private static final Group KINDS = Group.of(Member.KIND, CATEGORIES.end());
    private static final Group PRIORITIES = Group.of(Member.PRIORITY, KINDS.end());
    private static final List<Group> GROUPS = List.of(FIELDS, MODES, CATEGORIES, KINDS, PRIORITIES);

    private static final int[] EVERYWHERE = {};
    private static final int DIGITS = 6;
    private static final int PREFECTURE = 100;
    private static final int PROVINCE = 10_000;

    /** The bits of one member: one for each code, the last for any. */
    private record Group(Member member, int begin, int any, int all) {

        static Group of(Member member, int begin) {
            int any = begin + member.codes().size();
            return new Group(member, begin, 1 << any, (1 << (any + 1)) - (1 << begin));
        }

        int end() {
            return Integer.numberOfTrailingZeros(any) + 1;
        }

        int bitsOf(List<String> codes) {
            return codes.stream().mapToInt(this::bit).reduce(0, (some, more) -> some | more);
        }

        /** The one bit of a name; those that filters cannot name share that of any. */
        int nameOf(String name) {
            int bit = bit(name);
            return bit == 0 ? any : bit;
        }

        /** The bits of all names that these admit; an empty list admits all. */
        int reachOf(List<String> names) {
            return names.isEmpty() ? all : names.stream().mapToInt(this::nameOf).reduce(0, (some, more) -> some | more);
        }

        /** The same of a filter. */
        int reachOf(int bits) {
            return (bits & any) == 0 ? bits & all : all;
        }

        int bit(String name) {
            int index = member.codes().indexOf(name);
            return index < 0 ? 0 : 1 << (begin + index);
        }
    }

    private final int bits;
    private final int[] divisions;
    private final @Nullable Term rest;

    private Screen(int bits, int[] divisions, @Nullable Term rest) {
        this.bits = bits;
        this.divisions = divisions;
        this.rest = rest;
    }

    public int bits() {
        return bits;
    }

    /** None for all; not to be changed. */
    public int[] divisions() {
        return divisions;
    }

    /** Absent where numbers say it all. */
    public @Nullable Term rest() {
        return rest;
    }

    /** The same as numbers. */
    public static Screen of(Filter filter) {
        int[] divisions = EVERYWHERE;
        int bits = 0;
        List<Term> rest = new ArrayList<>();
        for (Term term : filter.terms()) {
            Group group = groupOf(term);
            if (group != null && term instanceof Term.OneOf one && (bits & group.all()) == 0) {
                bits |= group.bitsOf(one.values());
            } else if (divisions.length == 0
                    && term instanceof Term.OneOf(var member, var codes)
                    && member == Member.DIVISION) {
                divisions = codes.stream().mapToInt(Integer::parseInt).toArray();
            } else {
                rest.add(term);
            }
        }
        for (Group group : GROUPS) {
            bits |= (bits & group.all()) == 0 ? group.any() : 0;
        }
        return new Screen(bits, divisions, rest.isEmpty() ? null : Term.all(rest));
    }

    /** Which group says it with bits, if one does. */
    private static @Nullable Group groupOf(Term term) {
        return GROUPS.stream()
                .filter(group -> term instanceof Term.OneOf(var member, var codes)
                        && group.member() == member
                        && member.codes().containsAll(codes))
                .findFirst()
                .orElse(null);
    }

    /** Of a need; a code that filters cannot name is wanted by those alone that want any. */
    static int bitsOf(NeedFact need, @Nullable DivisionFact division) {
        int bits = FIELDS.bit(need.field()) | MODES.bit(need.mode()) | CATEGORIES.bit(need.category());
        for (var item : need.items()) {
            int dot = item.resourceCode().indexOf('.');
            bits |= KINDS.bit(
                    dot < 0 ? item.resourceCode() : item.resourceCode().substring(0, dot));
        }
        for (Priority priority : Priority.values()) {
            bits |= division != null && priority.marks(division) ? PRIORITIES.bit(priority.name()) : 0;
        }
        for (Group group : GROUPS) {
            bits |= group.any();
        }
        return bits;
    }

    /**
     * Which fields, modes and categories a filter admits, one bit for each and one for those that no filter can name; what
     * else it asks for is left out.
     *
     * @param bits those of the filter
     */
    public static int reachOf(int bits) {
        return FIELDS.reachOf(bits) | MODES.reachOf(bits) | CATEGORIES.reachOf(bits);
    }

    /** The same of an offer, which does not ask for the category. */
    public static int reachOf(OfferFact offer) {
        return FIELDS.reachOf(offer.fields()) | MODES.reachOf(offer.modes()) | CATEGORIES.all();
    }

    /** Those of a need: one of each, all of which must be admitted. */
    public static int asked(NeedFact need) {
        return FIELDS.nameOf(need.field()) | MODES.nameOf(need.mode()) | CATEGORIES.nameOf(need.category());
    }

    /** How many bits these are. */
    public static int named() {
        return CATEGORIES.end();
    }

    /** Which of them are fields. */
    public static int fields() {
        return FIELDS.all();
    }

    /** Is something of each admitted? */
    public static boolean admitsAny(int reach) {
        return (reach & FIELDS.all()) != 0 && (reach & MODES.all()) != 0 && (reach & CATEGORIES.all()) != 0;
    }

    /** A division's code as a number; below zero where it is none. */
    static int numberOf(String divisionCode) {
        boolean digits = divisionCode.length() == DIGITS && divisionCode.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(divisionCode) : -1;
    }

    /**
     * Does a filter with these numbers and this rest admit the need?
     *
     * @param among other numbers its divisions stand, from {@code begin} on and before {@code end}
     */
    public static boolean admits(Candidate need, int bits, int[] among, int begin, int end, @Nullable Term rest) {
        int shared = need.bits() & bits;
        return (shared & FIELDS.all()) != 0
                && (shared & MODES.all()) != 0
                && (shared & CATEGORIES.all()) != 0
                && (shared & KINDS.all()) != 0
                && (shared & PRIORITIES.all()) != 0
                && (begin == end || lies(need.code(), among, begin, end))
                && (rest == null || rest.admits(need));
    }

    private static boolean lies(int division, int[] among, int begin, int end) {
        for (int i = begin; i < end; i++) {
            int code = among[i];
            if (division >= code && division < code + PROVINCE && division < code + span(code)) {
                return true;
            }
        }
        return false;
    }

    /** How many codes lie in a division, with its own. */
    private static int span(int code) {
        return code % PROVINCE == 0 ? PROVINCE : code % PREFECTURE == 0 ? PREFECTURE : 1;
    }
}
