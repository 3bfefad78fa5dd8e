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
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.jspecify.annotations.Nullable;

/**
 * Standing wishes by subscription and by organization, in columns of numbers instead of objects: a million of them take
 * some 100 MB. Read and changed in the replica's turn only.
 */
public final class Wishes {

    private static final int NONE = -1;
    private static final int FIRST_SIZE = 16;
    private static final int LONGEST_DAYS = 1_000_000;
    private static final int[] EVERYWHERE = {};

    private final Watches watches = new Watches();
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

    /** What they are wished of; absent where nobody asks for many needs. */
    private @Nullable WishedOffers offers;

    static Wishes of(Wish wish) {
        Wishes wishes = new Wishes();
        wishes.put(wish);
        return wishes;
    }

    /**
     * Has an index of these facts kept, so that {@link #offersFor} a need can be told. Wishes that are here already are
     * taken in at once, which is much faster than one by one.
     */
    public void follow(Facts facts) {
        WishedOffers index = new WishedOffers(facts, this::reach);
        index.fill(organizations());
        facts.follow(index);
        offers = index;
    }

    /** Keeps no index any more. */
    void leave(Facts facts) {
        WishedOffers index = offers;
        if (index != null) {
            facts.leave(index);
            offers = null;
        }
    }

    /** Tells each offer that could match a need and be wished for, if there is an index and it can be asked. */
    boolean offersFor(NeedFact need, Consumer<OfferFact> taker) {
        WishedOffers index = offers;
        if (index == null || !WishedOffers.admits(need)) {
            return false;
        }
        index.forEach(need, taker);
        return true;
    }

    /** The size of the index. */
    WishedOffers.Size indexed() {
        WishedOffers index = offers;
        return index == null ? new WishedOffers.Size(0, 0) : index.size();
    }

    /** Puts what is asked for in place of what the same subscription asked for before, if it did. */
    void put(Asked asked) {
        switch (asked) {
            case Wish wish -> put(wish);
            case Watch watch -> watches.put(watch);
        }
    }

    /** What is watched by name. */
    Watches watches() {
        return watches;
    }

    /** Puts a wish in place of the one with its id, if there is one. */
    public void put(Wish wish) {
        String before = organization(wish.id());
        take(wish.id());
        add(wish);
        if (before != null && !before.equals(wish.organization())) {
            changed(before);
        }
        changed(wish.organization());
    }

    void remove(UUID id) {
        watches.remove(id);
        String before = organization(id);
        if (before != null) {
            take(id);
            changed(before);
        }
    }

    private void changed(String creditCode) {
        WishedOffers index = offers;
        if (index != null) {
            index.wishesChanged(creditCode);
        }
    }

    /** All that the organization's wishes want, taken together. */
    private Reach reach(String creditCode) {
        int reached = 0;
        boolean everywhere = false;
        IntStream.Builder codes = IntStream.builder();
        for (int wish = head(creditCode); wish != NONE; wish = next[wish]) {
            reached |= Screen.reachOf(bits[wish]);
            everywhere |= divisions[wish].length == 0;
            Arrays.stream(divisions[wish]).forEach(codes);
        }
        return reached == 0
                ? Reach.NONE
                : new Reach(reached, everywhere ? EVERYWHERE : codes.build().toArray());
    }

    private void add(Wish wish) {
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

    private void take(UUID id) {
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

    /** How much memory the columns take, without the index. */
    public long bytes() {
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
