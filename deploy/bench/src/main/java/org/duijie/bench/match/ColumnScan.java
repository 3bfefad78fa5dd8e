package org.duijie.bench.match;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duijie.bench.match.Hits.Hit;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.likeness.TextVector;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Cover;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.match.Scale;
import org.duijie.matching.match.StandingChecks;
import org.duijie.matching.match.TimeChecks;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.replica.DivisionCode;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.jspecify.annotations.Nullable;

/**
 * A full scan over columns: every offer is looked at for every need, on numbers alone. The reference that the index is
 * held against, and a peer. It knows what {@link Country} makes, not what anybody may ever say.
 */
final class ColumnScan {

    /** Resources with their units. */
    private final Map<String, Integer> words = new HashMap<>();

    /** Fields, modes, levels and types: fewer than an {@code int} has bits. */
    private final Map<String, Integer> names = new HashMap<>();

    private final Map<UUID, Integer> rows = new HashMap<>();
    private final OfferFact[] offers;
    private final long[] most;
    private final long[] least;
    private final int[] from;
    private final int[] until;
    private final int[] fields;
    private final int[] modes;
    private final byte[] level;
    private final byte[] type;
    private final byte[] special;
    private final int[] record;
    private final int[] home;
    private final int[][] resources;
    private final long[][] quantities;
    private final @Nullable TextVector[] texts;
    private int size;

    ColumnScan(int capacity) {
        offers = new OfferFact[capacity];
        most = new long[capacity];
        least = new long[capacity];
        from = new int[capacity];
        until = new int[capacity];
        fields = new int[capacity];
        modes = new int[capacity];
        level = new byte[capacity];
        type = new byte[capacity];
        special = new byte[capacity];
        record = new int[capacity];
        home = new int[capacity];
        resources = new int[capacity][];
        quantities = new long[capacity][];
        texts = new TextVector[capacity];
    }

    /** Puts what the texts of all offers say beside them. */
    void read(Likeness likeness) {
        for (int row = 0; row < size; row++) {
            texts[row] = likeness.of(offers[row]);
        }
    }

    void put(OfferFact offer, OrganizationFact organization) {
        int row = rows.computeIfAbsent(offer.id(), any -> size++);
        offers[row] = offer;
        Long largest = offer.largestCommitmentFen();
        Long smallest = offer.smallestCommitmentFen();
        most[row] = largest == null ? Long.MAX_VALUE : largest;
        least[row] = smallest == null ? Long.MIN_VALUE : smallest;
        from[row] = (int) offer.validFrom().toEpochDay();
        until[row] = offer.open() && StandingChecks.eligible(organization, Country.TODAY)
                ? (int) offer.validUntil().toEpochDay()
                : Integer.MIN_VALUE;
        fields[row] = mask(offer.fields());
        modes[row] = mask(offer.modes());
        level[row] = (byte) name(organization.level());
        type[row] = (byte) name(organization.type());
        special[row] = (byte) offer.fields().size();
        record[row] = Scale.record(organization, Country.TODAY);
        home[row] = Integer.parseInt(organization.registrarDivision());
        List<ItemFact> items = offer.items().stream()
                .sorted(Comparator.comparingInt(ItemFact::depth).reversed())
                .toList();
        resources[row] = items.stream().mapToInt(this::word).toArray();
        quantities[row] =
                items.stream().mapToLong(ItemFact::quantityThousandths).toArray();
    }

    int size() {
        return size;
    }

    @SuppressWarnings("NullAway") // every offer has been put
    int row(UUID id) {
        return rows.get(id);
    }

    /** The last day on which it can match, long ago for one that cannot. */
    int until(int row) {
        return until[row];
    }

    OfferFact offer(int row) {
        return offers[row];
    }

    int record(int row) {
        return record[row];
    }

    UUID id(int row) {
        return offers[row].id();
    }

    private int word(ItemFact item) {
        return word(item.resourceCode() + "/" + item.unit());
    }

    private int word(String word) {
        return words.computeIfAbsent(word, any -> words.size());
    }

    private int name(String name) {
        int number = names.computeIfAbsent(name, any -> names.size());
        if (number >= Integer.SIZE) {
            throw new IllegalStateException("There are more names than bits: " + name);
        }
        return number;
    }

    private int mask(List<String> known) {
        return known.isEmpty()
                ? -1
                : known.stream().mapToInt(name -> 1 << name(name)).sum();
    }

    /** A need made ready to be compared with every row. */
    final class Question {
        private final NeedFact need;
        private final Basis basis;
        private final int field;
        private final int mode;
        private final int levels;
        private final int types;
        private final int on = (int) Country.TODAY.toEpochDay();
        private final int deadline;
        private final int start;
        private final int end;
        private final int lines;
        private final long value;
        private final long[] weights;
        private final long[] wanted;
        private final int[] depths;

        /** By the word of a resource, which lines it serves and how many segments it has. */
        private final long[] serving = new long[words.size()];

        private final int[] segments = new int[words.size()];
        private final @Nullable TextVector text;
        private final int priority;
        private final int attention;
        private final int urgency;
        private final Map<Integer, Integer> pairing = new HashMap<>();

        Question(NeedFact need, DivisionFact division, Basis basis) {
            this.need = need;
            this.basis = basis;
            field = 1 << name(need.field());
            mode = 1 << name(need.mode());
            levels = mask(need.admittedLevels());
            types = mask(need.admittedTypes());
            deadline = (int) need.deadline().toEpochDay();
            start = (int) need.periodStart().toEpochDay();
            end = (int) need.periodEnd().toEpochDay();
            List<ItemFact> items = need.items();
            lines = items.size();
            value = need.valueFen();
            weights = items.stream()
                    .mapToLong(item -> value > 0 ? item.valueFen() : Ppm.ONE)
                    .toArray();
            wanted = items.stream().mapToLong(ItemFact::quantityThousandths).toArray();
            depths = items.stream().mapToInt(ItemFact::depth).toArray();
            words.forEach((word, number) -> {
                int slash = word.lastIndexOf('/');
                ItemFact resource = new ItemFact(word.substring(0, slash), word.substring(slash + 1), 1, 0);
                segments[number] = resource.depth();
                for (int line = 0; line < lines; line++) {
                    serving[number] |= resource.serves(items.get(line)) ? 1L << line : 0;
                }
            });
            text = basis.likeness().of(need);
            priority = Scale.priority(division);
            attention = basis.attention().lackPpm(need.divisionCode()).orElse(Scale.ABSENT);
            urgency = Scale.urgency((long) deadline - on);
        }

        /** The score, or {@link Scale#ABSENT} for no match. */
        int ppm(int row) {
            if ((fields[row] & field) == 0
                    || (modes[row] & mode) == 0
                    || ((levels >>> level[row]) & (types >>> type[row]) & 1) == 0
                    || TimeChecks.missed(on, from[row], until[row], deadline, start, end)
                    || (!need.splittable() && value > most[row])) {
                return Scale.ABSENT;
            }
            long any = 0;
            for (int resource : resources[row]) {
                any |= serving[resource];
            }
            return any == 0 || common(any) < least[row] || !servesCounty(row) ? Scale.ABSENT : score(row);
        }

        private long common(long any) {
            long common = 0;
            for (int line = 0; line < lines; line++) {
                common += value > 0 && ((any >>> line) & 1) != 0 ? weights[line] : 0;
            }
            return common;
        }

        private boolean servesCounty(int row) {
            OfferFact offer = offers[row];
            String county = need.divisionCode();
            return (offer.divisions().isEmpty() || covers(offer.divisions(), county))
                    && (offer.excludedDivisions().isEmpty() || !covers(offer.excludedDivisions(), county));
        }

        private static boolean covers(List<String> codes, String county) {
            for (int i = 0; i < codes.size(); i++) {
                if (DivisionCode.covers(codes.get(i), county)) {
                    return true;
                }
            }
            return false;
        }

        private int score(int row) {
            int stock = resources[row].length;
            boolean[] serves = new boolean[stock * lines];
            int[] served = new int[lines];
            for (int i = 0; i < stock; i++) {
                int resource = resources[row][i];
                for (int line = 0; line < lines; line++) {
                    serves[i * lines + line] = ((serving[resource] >>> line) & 1) != 0;
                    served[line] = serves[i * lines + line] ? Math.max(served[line], segments[resource]) : served[line];
                }
            }
            int closeness = Cover.closeness(lines, weights, depths, served);
            int coverage = Cover.coverage(
                    lines,
                    weights,
                    wanted,
                    stock,
                    quantities[row].clone(),
                    serves,
                    value > 0 ? most[row] : Long.MAX_VALUE);
            String registrar = Integer.toString(home[row]);
            int nearness = Scale.nearness(registrar, need.divisionCode());
            int tie = pairing.computeIfAbsent(
                    home[row], any -> Scale.pairing(registrar, need.divisionCode(), basis.pairings(), basis.on()));
            TextVector its = texts[row];
            int like = text == null || its == null ? Scale.ABSENT : text.likenessPpm(its);
            int fit = Scale.fieldFit(Scale.special(special[row]), closeness);
            return weigh(fit, like, tie, coverage, record[row], nearness);
        }

        @SuppressWarnings("EnumOrdinal") // the order is that of the values above it
        private int weigh(int fit, int like, int tie, int coverage, int kept, int near) {
            int[] values = {fit, like, tie, priority, coverage, urgency, kept, near, attention};
            long whole = 0;
            for (Factor factor : Factor.values()) {
                whole += values[factor.ordinal()] == Scale.ABSENT
                        ? 0
                        : basis.policy().weight(factor);
            }
            int sum = 0;
            for (Factor factor : Factor.values()) {
                int ppm = values[factor.ordinal()];
                sum += ppm == Scale.ABSENT
                        ? 0
                        : (int) ((long) ppm * basis.policy().weight(factor) / whole);
            }
            return sum;
        }
    }

    /** The best so many, the best first, ties by the smaller id. */
    List<Hit> top(NeedFact need, DivisionFact division, Basis basis, int limit) {
        Question query = new Question(need, division, basis);
        Hits hits = new Hits(limit);
        for (int row = 0; row < size; row++) {
            hits.add(query.ppm(row), offers[row].id());
        }
        return hits.best();
    }
}
