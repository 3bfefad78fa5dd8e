package org.duijie.project.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * All facts in memory, in the order of the ledger, as columns: what is asked for is added up from them, exactly, for the
 * present and for any position before. A fact takes {@value #BYTES_A_FACT} bytes; ten million are 210 MB.
 *
 * <p>Facts of the same stage and {@link Cell} share a <em>slot</em>, which knows where it lies in each cut and what it
 * adds up to now. The present is a sum over slots, of which there are far fewer than facts; the past is a sum over the
 * facts until then, or the present less the facts since, whichever is shorter.
 *
 * <p>A position is how many facts are counted. As their order is final, each position has one sum for ever.
 */
final class FactBook {

    static final int BYTES_A_FACT = Integer.BYTES + Long.BYTES + Byte.BYTES + Long.BYTES;

    private static final int FIRST_SIZE = 1 << 12;

    /** What a sum is asked for: both cuts may be the same, and then it is one. */
    record Question(List<Stage> stages, List<Cut> by, int position) {}

    /** Of one stage in one part of each cut. */
    record Sum(int count, long fen) {
        static final Sum NONE = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(count + other.count, Math.addExact(fen, other.fen));
        }
    }

    private record Place(Stage stage, Cell cell) {}

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    // One for each fact.
    private int[] slots = new int[FIRST_SIZE];
    private long[] fen = new long[FIRST_SIZE];
    private byte[] counts = new byte[FIRST_SIZE];
    /** Milliseconds; the latest so far, so that they only grow: facts of transactions that ran together may cross. */
    private long[] latest = new long[FIRST_SIZE];

    private int size;

    // One for each slot.
    private final Map<Place, Integer> slotOf = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private long[] nowFen = new long[FIRST_SIZE];
    private int[] nowCount = new int[FIRST_SIZE];

    private final Map<Cut, Parts> parts = new EnumMap<>(Cut.class);

    /** The parts of one cut, numbered as they came, and in which of them each slot lies. */
    private static final class Parts {

        private final Map<String, Integer> numberOf = new HashMap<>();
        private final List<String> names = new ArrayList<>();
        private int[] ofSlot = new int[FIRST_SIZE];

        void put(int slot, String name) {
            if (slot == ofSlot.length) {
                ofSlot = Arrays.copyOf(ofSlot, slot + (slot >> 1));
            }
            ofSlot[slot] = numberOf.computeIfAbsent(name, unknown -> {
                names.add(name);
                return names.size() - 1;
            });
        }
    }

    FactBook() {
        for (Cut cut : Cut.values()) {
            parts.put(cut, new Parts());
        }
    }

    /** Takes the next facts, in their order. */
    void add(List<Fact> facts) {
        lock.writeLock().lock();
        try {
            facts.forEach(this::add);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void add(Fact fact) {
        if (size == slots.length) {
            grow();
        }
        int slot = slotOf.computeIfAbsent(new Place(fact.stage(), fact.cell()), this::newSlot);
        slots[size] = slot;
        fen[size] = fact.fen();
        counts[size] = (byte) fact.count();
        long at = fact.at().toEpochMilli();
        latest[size] = size == 0 ? at : Math.max(at, latest[size - 1]);
        nowFen[slot] = Math.addExact(nowFen[slot], fact.fen());
        nowCount[slot] += fact.count();
        size++;
    }

    private void grow() {
        int more = size + (size >> 1);
        slots = Arrays.copyOf(slots, more);
        fen = Arrays.copyOf(fen, more);
        counts = Arrays.copyOf(counts, more);
        latest = Arrays.copyOf(latest, more);
    }

    private int newSlot(Place place) {
        int slot = places.size();
        places.add(place);
        if (slot == nowFen.length) {
            int more = slot + (slot >> 1);
            nowFen = Arrays.copyOf(nowFen, more);
            nowCount = Arrays.copyOf(nowCount, more);
        }
        parts.forEach((cut, known) -> known.put(slot, cut.of(place.cell())));
        return slot;
    }

    /** How many facts there are. */
    int size() {
        lock.readLock().lock();
        try {
            return size;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The position up to which nothing had happened after this instant. */
    int positionAt(Instant instant) {
        lock.readLock().lock();
        try {
            int found = Arrays.binarySearch(latest, 0, size, instant.toEpochMilli() + 1);
            int position = found < 0 ? -found - 1 : found;
            while (position > 0 && latest[position - 1] > instant.toEpochMilli()) {
                position--;
            }
            return position;
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Adds up.
     *
     * @return by the parts of the cuts asked for, one name for each cut; parts of which nothing is counted are left out
     */
    Map<List<String>, Map<Stage, Sum>> answer(Question question) {
        lock.readLock().lock();
        try {
            return new Adding(question).answer();
        } finally {
            lock.readLock().unlock();
        }
    }

    private Parts partsOf(Cut cut) {
        return Objects.requireNonNull(parts.get(cut));
    }

    /** One question being answered. */
    private final class Adding {

        private final Question question;
        /** None, one or two. */
        private final List<Parts> by;

        private final int width;
        private final int cells;
        /** Where in the sums a stage begins; nowhere for one that is not asked for. */
        private final Map<Stage, Integer> begins = new EnumMap<>(Stage.class);

        private final long[] sumFen;
        private final int[] sumCount;

        Adding(Question question) {
            this.question = question;
            this.by = question.by().stream().map(FactBook.this::partsOf).toList();
            this.width = by.size() < 2 ? 1 : by.get(1).names.size();
            this.cells = width * (by.isEmpty() ? 1 : by.getFirst().names.size());
            question.stages().forEach(stage -> begins.put(stage, begins.size() * cells));
            this.sumFen = new long[cells * begins.size()];
            this.sumCount = new int[sumFen.length];
        }

        Map<List<String>, Map<Stage, Sum>> answer() {
            int[] target = targets();
            if (question.position() > size / 2) {
                addPresent(target);
                addFacts(target, question.position(), size, -1);
            } else {
                addFacts(target, 0, question.position(), 1);
            }
            return named();
        }

        /** For each slot, which sum it belongs to; -1 for none. */
        private int[] targets() {
            int[] target = new int[places.size()];
            for (int slot = 0; slot < target.length; slot++) {
                Integer begin = begins.get(places.get(slot).stage());
                int first = by.isEmpty() ? 0 : by.getFirst().ofSlot[slot];
                int second = by.size() < 2 ? 0 : by.get(1).ofSlot[slot];
                target[slot] = begin == null ? -1 : begin + first * width + second;
            }
            return target;
        }

        private void addPresent(int[] target) {
            for (int slot = 0; slot < target.length; slot++) {
                if (target[slot] >= 0) {
                    sumFen[target[slot]] += nowFen[slot];
                    sumCount[target[slot]] += nowCount[slot];
                }
            }
        }

        private void addFacts(int[] target, int from, int until, int sign) {
            for (int fact = from; fact < until; fact++) {
                int sum = target[slots[fact]];
                if (sum >= 0) {
                    sumFen[sum] += sign * fen[fact];
                    sumCount[sum] += sign * counts[fact];
                }
            }
        }

        private Map<List<String>, Map<Stage, Sum>> named() {
            Map<List<String>, Map<Stage, Sum>> rows = new LinkedHashMap<>();
            for (int cell = 0; cell < cells; cell++) {
                Map<Stage, Sum> sums = new EnumMap<>(Stage.class);
                boolean any = false;
                for (Map.Entry<Stage, Integer> begin : begins.entrySet()) {
                    int sum = begin.getValue() + cell;
                    sums.put(begin.getKey(), new Sum(sumCount[sum], sumFen[sum]));
                    any |= sumCount[sum] != 0 || sumFen[sum] != 0;
                }
                if (any) {
                    rows.put(names(cell), sums);
                }
            }
            return rows;
        }

        private List<String> names(int cell) {
            return switch (by.size()) {
                case 0 -> List.of();
                case 1 -> List.of(by.getFirst().names.get(cell));
                default ->
                    List.of(
                            by.getFirst().names.get(cell / width),
                            by.get(1).names.get(cell % width));
            };
        }
    }
}
