package org.duijie.matching.subscription;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.duijie.matching.filter.Candidate;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.filter.Screen;
import org.duijie.matching.filter.Term;
import org.jspecify.annotations.Nullable;

/**
 * Standing wishes by subscription and by organization, in columns of numbers instead of objects: a million of them take
 * some 100 MB. Read and changed in the replica's turn only.
 */
final class Wishes {

    private static final int NONE = -1;
    private static final int FIRST_SIZE = 16;
    private static final int LONGEST_DAYS = 1_000_000;
    private static final int[] EVERYWHERE = {};

    private final PairKeys ids = new PairKeys();
    private final PairKeys organizations = new PairKeys();

    /** By number of the organization: the last put of its wishes, from which {@link #next} leads to the others. */
    private int[] first = filled(FIRST_SIZE);

    private int[] next = filled(FIRST_SIZE);
    private int[] organization = filled(FIRST_SIZE);
    private int[] leastPpm = new int[FIRST_SIZE];
    private int[] bits = new int[FIRST_SIZE];
    private int[][] divisions = new int[FIRST_SIZE][];

    /** What numbers do not say of a wish; absent for most. */
    private @Nullable Term[] rests = new Term[FIRST_SIZE];

    /** By a number of days: how many wishes speak of a deadline so far ahead. */
    private final SortedMap<Integer, Integer> days = new TreeMap<>();

    static Wishes of(Wish wish) {
        Wishes wishes = new Wishes();
        wishes.put(wish);
        return wishes;
    }

    /** Puts a wish in place of the one with its id, if there is one. */
    void put(Wish wish) {
        remove(wish.id());
        int owner = organizations.add(CreditKey.high(wish.organization()), CreditKey.low(wish.organization()));
        int number = ids.add(wish.id().getMostSignificantBits(), wish.id().getLeastSignificantBits());
        makeRoom(owner, number);
        next[number] = first[owner];
        first[owner] = number;
        organization[number] = owner;
        Filter filter = wish.filter();
        Screen screen = Screen.of(filter);
        leastPpm[number] = filter.leastPpm();
        bits[number] = screen.bits();
        divisions[number] = screen.divisions();
        rests[number] = screen.rest();
        days(screen.rest()).forEach(day -> days.merge(day, 1, Integer::sum));
    }

    private static IntStream days(@Nullable Term rest) {
        return rest == null ? IntStream.empty() : rest.days().distinct();
    }

    void remove(UUID id) {
        int number = number(id);
        if (number == NONE) {
            return;
        }
        int owner = organization[number];
        if (first[owner] == number) {
            first[owner] = next[number];
        } else {
            int before = first[owner];
            while (next[before] != number) {
                before = next[before];
            }
            next[before] = next[number];
        }
        if (first[owner] == NONE) {
            organizations.remove(organizations.high(owner), organizations.low(owner));
        }
        divisions[number] = EVERYWHERE;
        days(rests[number])
                .forEach(day -> days.computeIfPresent(day, (same, wishes) -> wishes == 1 ? null : wishes - 1));
        rests[number] = null;
        ids.remove(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private void makeRoom(int owner, int number) {
        if (owner >= first.length) {
            first = extended(first, owner);
        }
        if (number >= next.length) {
            next = extended(next, number);
            organization = extended(organization, number);
            leastPpm = extended(leastPpm, number);
            bits = extended(bits, number);
            divisions = Arrays.copyOf(divisions, next.length);
            rests = Arrays.copyOf(rests, next.length);
        }
    }

    int size() {
        return ids.size();
    }

    /** Has the organization any wish? */
    boolean of(String creditCode) {
        return head(creditCode) != NONE;
    }

    /** Does any wish of the organization want such a need? */
    boolean want(String creditCode, Candidate need) {
        for (int wish = head(creditCode); wish != NONE; wish = next[wish]) {
            if (admits(wish, need)) {
                return true;
            }
        }
        return false;
    }

    /** The least score that any wish of the organization asks for; nothing scores as much where there is no wish. */
    int leastPpm(String creditCode) {
        int least = Integer.MAX_VALUE;
        for (int wish = head(creditCode); wish != NONE; wish = next[wish]) {
            least = Math.min(least, leastPpm[wish]);
        }
        return least;
    }

    /** The organization's wishes that want such a need with such a score. */
    void forEachThatWants(String creditCode, Candidate need, int ppm, Consumer<UUID> wishes) {
        for (int wish = head(creditCode); wish != NONE; wish = next[wish]) {
            if (ppm >= leastPpm[wish] && admits(wish, need)) {
                wishes.accept(id(wish));
            }
        }
    }

    /** Does this wish want such a need, whatever the score? */
    boolean wants(UUID id, Candidate need) {
        int wish = number(id);
        return wish != NONE && admits(wish, need);
    }

    private boolean admits(int wish, Candidate need) {
        return Screen.admits(need, bits[wish], divisions[wish], rests[wish]);
    }

    /**
     * Does any wish speak of a deadline that is so many days ahead? What it wants changes with the calendar.
     *
     * @param from the least number of days; {@code to} the most
     */
    boolean anyCountsDays(long from, long to) {
        return to >= 0
                && !days.subMap(Math.clamp(from, 0, LONGEST_DAYS), Math.clamp(to, 0, LONGEST_DAYS) + 1)
                        .isEmpty();
    }

    /** Does any wish change with the calendar? */
    boolean anyCountsDays() {
        return !days.isEmpty();
    }

    /** Whose wish it is; absent where it is not known. */
    @Nullable
    String organization(UUID id) {
        int wish = number(id);
        return wish == NONE ? null : creditCode(organization[wish]);
    }

    List<UUID> ids(String creditCode) {
        List<UUID> found = new ArrayList<>();
        for (int wish = head(creditCode); wish != NONE; wish = next[wish]) {
            found.add(id(wish));
        }
        return found;
    }

    /** The organizations that have wishes, by credit code. */
    List<String> organizations() {
        List<String> codes = new ArrayList<>(organizations.size());
        for (int owner = 0; owner < organizations.bound(); owner++) {
            if (first[owner] != NONE) {
                codes.add(creditCode(owner));
            }
        }
        codes.sort(null);
        return codes;
    }

    /** How much memory the columns take. */
    long bytes() {
        long lists = 0;
        for (int[] codes : divisions) {
            lists += codes == null || codes.length == 0 ? 0 : 16 + 8L * ((codes.length + 1) / 2);
        }
        return ids.bytes() + organizations.bytes() + 4L * first.length + 24L * next.length + lists;
    }

    private int head(String creditCode) {
        int owner = organizations.find(CreditKey.high(creditCode), CreditKey.low(creditCode));
        return owner == PairKeys.ABSENT ? NONE : first[owner];
    }

    private int number(UUID id) {
        return ids.find(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private UUID id(int wish) {
        return new UUID(ids.high(wish), ids.low(wish));
    }

    private String creditCode(int owner) {
        return CreditKey.code(organizations.high(owner), organizations.low(owner));
    }

    private static int[] extended(int[] column, int number) {
        int size = column.length;
        int[] larger = Arrays.copyOf(column, Math.max(number + 1, size + (size >> 1)));
        Arrays.fill(larger, size, larger.length, NONE);
        return larger;
    }

    private static int[] filled(int size) {
        int[] column = new int[size];
        Arrays.fill(column, NONE);
        return column;
    }
}
