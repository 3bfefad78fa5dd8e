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
import org.jspecify.annotations.Nullable;

/**
 * Standing wishes by subscription and by organization, in numbers instead of objects: a million of them take some 100 MB.
 * Read and changed in the replica's turn only.
 */
public final class Wishes {

    private static final int NONE = PairKeys.ABSENT;
    private static final int FIRST_SIZE = 16;
    private static final int LONGEST_DAYS = 1_000_000;
    private static final int[] EVERYWHERE = {};

    private final Watches watches = new Watches();
    private final PairKeys ids = new PairKeys();
    private final PairKeys organizations = new PairKeys();

    /** By number of the organization: its wishes, as {@link WishRun} has them. */
    private int[][] runs = emptyRuns(FIRST_SIZE);

    /** By number of the wish: that of its organization. */
    private int[] organization = new int[FIRST_SIZE];

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
    boolean offersFor(NeedFact need, WishedOffers.Taker taker) {
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
        int owner = owner(creditCode);
        int reached = 0;
        boolean everywhere = false;
        IntStream.Builder codes = IntStream.builder();
        int[] run = run(owner);
        for (int at = 0; at < run.length; at = WishRun.end(run, at)) {
            int begin = WishRun.divisions(at);
            int end = WishRun.end(run, at);
            reached |= Screen.reachOf(WishRun.bits(run, at));
            everywhere |= begin == end;
            Arrays.stream(run, begin, end).forEach(codes);
        }
        return reached == 0
                ? Reach.NONE
                : new Reach(
                        owner, reached, everywhere ? EVERYWHERE : codes.build().toArray());
    }

    private void add(Wish wish) {
        int owner = organizations.add(CreditKey.high(wish.organization()), CreditKey.low(wish.organization()));
        int number = ids.add(wish.id().getMostSignificantBits(), wish.id().getLeastSignificantBits());
        makeRoom(owner, number);
        organization[number] = owner;
        Filter filter = wish.filter();
        Screen screen = Screen.of(filter);
        runs[owner] = WishRun.with(
                run(owner), number, filter.leastPpm(), screen.bits(), screen.divisions(), screen.rest() != null);
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
        runs[owner] = WishRun.without(runs[owner], number);
        if (runs[owner].length == 0) {
            organizations.remove(organizations.high(owner), organizations.low(owner));
        }
        days(rests[number])
                .forEach(day -> days.computeIfPresent(day, (same, wishes) -> wishes == 1 ? null : wishes - 1));
        rests[number] = null;
        ids.remove(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private void makeRoom(int owner, int number) {
        if (owner >= runs.length) {
            int[][] more = emptyRuns(owner + owner / 2);
            System.arraycopy(runs, 0, more, 0, runs.length);
            runs = more;
        }
        if (number >= organization.length) {
            organization = Arrays.copyOf(organization, number + number / 2);
            rests = Arrays.copyOf(rests, organization.length);
        }
    }

    int size() {
        return ids.size();
    }

    /** Has the organization any wish? */
    boolean of(String creditCode) {
        return run(creditCode).length > 0;
    }

    /** Does any wish of the organization want such a need? */
    boolean want(String creditCode, Candidate need) {
        int[] run = run(creditCode);
        for (int at = 0; at < run.length; at = WishRun.end(run, at)) {
            if (admits(run, at, need)) {
                return true;
            }
        }
        return false;
    }

    /** The least score that any wish of the organization asks for; nothing scores as much where there is no wish. */
    int leastPpm(String creditCode) {
        int least = Integer.MAX_VALUE;
        int[] run = run(creditCode);
        for (int at = 0; at < run.length; at = WishRun.end(run, at)) {
            least = Math.min(least, WishRun.leastPpm(run, at));
        }
        return least;
    }

    /** The organization's wishes that want such a need with such a score. */
    void forEachThatWants(String creditCode, Candidate need, int ppm, Consumer<UUID> wishes) {
        forEachThatWants(owner(creditCode), need, ppm, wishes);
    }

    /** The same by the number of the organization. */
    void forEachThatWants(int owner, Candidate need, int ppm, Consumer<UUID> wishes) {
        int[] run = run(owner);
        for (int at = 0; at < run.length; at = WishRun.end(run, at)) {
            if (ppm >= WishRun.leastPpm(run, at) && admits(run, at, need)) {
                wishes.accept(id(WishRun.number(run, at)));
            }
        }
    }

    /** Does this wish want such a need, whatever the score? */
    boolean wants(UUID id, Candidate need) {
        int wish = number(id);
        if (wish == NONE) {
            return false;
        }
        int[] run = runs[organization[wish]];
        return admits(run, WishRun.find(run, wish), need);
    }

    private boolean admits(int[] run, int at, Candidate need) {
        return Screen.admits(
                need,
                WishRun.bits(run, at),
                run,
                WishRun.divisions(at),
                WishRun.end(run, at),
                WishRun.asksMore(run, at) ? rests[WishRun.number(run, at)] : null);
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
        int[] run = run(creditCode);
        for (int at = 0; at < run.length; at = WishRun.end(run, at)) {
            found.add(id(WishRun.number(run, at)));
        }
        return found;
    }

    /** The organizations that have wishes, by credit code. */
    List<String> organizations() {
        List<String> codes = new ArrayList<>(organizations.size());
        for (int owner = 0; owner < organizations.bound(); owner++) {
            if (run(owner).length > 0) {
                codes.add(creditCode(owner));
            }
        }
        codes.sort(null);
        return codes;
    }

    /** How much memory the columns take, without the index. */
    public long bytes() {
        long inRuns = 0;
        for (int owner = 0; owner < organizations.bound(); owner++) {
            inRuns += 16 + 8L * ((run(owner).length + 1) / 2);
        }
        return ids.bytes() + organizations.bytes() + 4L * runs.length + 8L * organization.length + inRuns;
    }

    private int[] run(String creditCode) {
        return run(owner(creditCode));
    }

    private int[] run(int owner) {
        return owner == NONE ? WishRun.NONE : runs[owner];
    }

    private static int[][] emptyRuns(int size) {
        int[][] runs = new int[size][];
        Arrays.fill(runs, WishRun.NONE);
        return runs;
    }

    private int owner(String creditCode) {
        return organizations.find(CreditKey.high(creditCode), CreditKey.low(creditCode));
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
}
