package org.duijie.matching.match.index;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.duijie.matching.match.Scale;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.jspecify.annotations.Nullable;

/** What is asked of an offer when it is judged, in a row of numbers. */
final class OfferTable {

    private static final int PLACES = 0;
    private static final int DAYS = 1;
    private static final int LARGEST = 2;
    private static final int SMALLEST = 3;
    private static final int QUANTITY = 4;
    private static final int TRAITS = 5;
    private static final int WIDTH = 6;

    /** Beside the home: what few have, and is asked last. */
    private static final int HOME_SHIFT = 40;

    private static final long ANYWHERE = 1L << 32;
    private static final long BY_THE_RULES = 1L << 33;
    private static final long EXCLUDES = 1L << 34;

    final Names fields = new Names(Traits.FIELDS);
    final Names modes = new Names(Traits.MODES);
    final Names levels = new Names(Traits.LEVELS);
    final Names types = new Names(Traits.TYPES);
    final Resources resources = new Resources();
    final Places homes = new Places();

    private final Longs rows = new Longs(WIDTH);
    private final Pool details = new Pool();
    private int[] scratch = new int[64];

    /** Writes the row of an offer and its organization. */
    void write(int ordinal, OfferFact offer, OrganizationFact organization, LocalDate on) {
        int level = levels.add(organization.level());
        int type = types.add(organization.type());
        int fieldBits = fields.bearing(offer.fields());
        int modeBits = modes.bearing(offer.modes());
        boolean wellFormed = wellFormed(offer.divisions());
        boolean byTheRules = !wellFormed
                || !wellFormed(offer.excludedDivisions())
                || level == levels.beyond()
                || type == types.beyond()
                || (((fieldBits >>> fields.beyond()) & 1) != 0
                        && !offer.fields().isEmpty())
                || (((modeBits >>> modes.beyond()) & 1) != 0 && !offer.modes().isEmpty());
        int length = detail(offer);
        rows.set(
                ordinal,
                TRAITS,
                Traits.of(
                                fieldBits,
                                modeBits,
                                level,
                                type,
                                rank(offer.fields().size()),
                                Scale.record(organization, on),
                                !organization.national(),
                                severalResources())
                        | Traits.areas(
                                offer.divisions().stream()
                                        .mapToInt(Places::number)
                                        .toArray(),
                                offer.divisions().isEmpty() || !wellFormed));
        rows.set(
                ordinal,
                PLACES,
                ((long) homes.add(organization.registrarDivision()) << HOME_SHIFT)
                        | (offer.divisions().isEmpty() || !wellFormed ? ANYWHERE : 0)
                        | (offer.excludedDivisions().isEmpty() ? 0 : EXCLUDES)
                        | (byTheRules ? BY_THE_RULES : 0)
                        | details.add(scratch, length));
        rows.set(ordinal, DAYS, Days.pack(offer.validFrom(), offer.validUntil()));
        rows.set(ordinal, SMALLEST, orElse(offer.smallestCommitmentFen(), Long.MIN_VALUE));
        rows.set(ordinal, LARGEST, orElse(offer.largestCommitmentFen(), Long.MAX_VALUE));
        rows.set(
                ordinal,
                QUANTITY,
                offer.items().stream().mapToLong(ItemFact::quantityThousandths).reduce(0, OfferTable::sum));
    }

    private boolean severalResources() {
        for (int item = 1; item < scratch[0]; item++) {
            if (scratch[1 + 3 * item] != scratch[1]) {
                return true;
            }
        }
        return false;
    }

    /** Gives back the room of a row that is to be written anew. */
    void free(int ordinal) {
        int at = detailAt(ordinal);
        int areas = at + 1 + 3 * details.get(at);
        int excluded = areas + 1 + details.get(areas);
        details.free(at, excluded + 1 + details.get(excluded) - at);
    }

    private static boolean wellFormed(List<String> codes) {
        return codes.stream().allMatch(code -> Places.number(code) != 0);
    }

    /** Items, the narrowest first, each a resource and the halves of its quantity; divisions; and excluded ones. */
    private int detail(OfferFact offer) {
        List<ItemFact> items = offer.items().stream()
                .sorted(Comparator.comparingInt(ItemFact::depth).reversed())
                .toList();
        int[] areas = offer.divisions().stream().mapToInt(Places::number).toArray();
        int[] excluded =
                offer.excludedDivisions().stream().mapToInt(Places::number).toArray();
        int length = 3 + 3 * items.size() + areas.length + excluded.length;
        if (length > scratch.length) {
            scratch = new int[length * 2];
        }
        int end = 0;
        scratch[end++] = items.size();
        for (ItemFact item : items) {
            scratch[end++] = resources.add(item.resourceCode(), item.unit());
            scratch[end++] = (int) (item.quantityThousandths() >>> 32);
            scratch[end++] = (int) item.quantityThousandths();
        }
        scratch[end++] = areas.length;
        System.arraycopy(areas, 0, scratch, end, areas.length);
        end += areas.length;
        scratch[end++] = excluded.length;
        System.arraycopy(excluded, 0, scratch, end, excluded.length);
        return length;
    }

    private static int rank(int fields) {
        int rank = 0;
        while (Traits.SPECIAL[rank] != Scale.special(fields)) {
            rank++;
        }
        return rank;
    }

    private static long orElse(@Nullable Long value, long otherwise) {
        return value == null ? otherwise : value;
    }

    /** More than can be written down is as good as any more. */
    static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Without what depends on the list. */
    long traits(int ordinal) {
        return rows.get(ordinal, TRAITS);
    }

    /** What the offer has besides a resource, as far as it can be told. */
    long besides(int ordinal, int resource) {
        long others = 0;
        int first = Resources.UNKNOWN;
        long quantity = 0;
        for (int item = 0; item < items(ordinal); item++) {
            int other = resource(ordinal, item);
            if (other != resource) {
                boolean only = first == Resources.UNKNOWN || first == other;
                first = first == Resources.UNKNOWN ? other : first;
                others = only ? others : others | Traits.trace(other);
                quantity = sum(quantity, quantity(ordinal, item));
            }
        }
        return (others == 0 ? Traits.other(first) : Traits.traced(others | Traits.trace(first)))
                | Traits.besides(quantity);
    }

    /** Where it is registered, and what {@link #anywhere}, {@link #excludes} and {@link #byTheRules} ask. */
    long places(int ordinal) {
        return rows.get(ordinal, PLACES);
    }

    long days(int ordinal) {
        return rows.get(ordinal, DAYS);
    }

    /** Below every value where the offer names none. */
    long smallest(int ordinal) {
        return rows.get(ordinal, SMALLEST);
    }

    /** Above every value where the offer names none. */
    long largest(int ordinal) {
        return rows.get(ordinal, LARGEST);
    }

    /** Of all items together: of one that has a single resource, what there is of it. */
    long quantity(int ordinal) {
        return rows.get(ordinal, QUANTITY);
    }

    int home(int ordinal) {
        return home(places(ordinal));
    }

    private int detailAt(int ordinal) {
        return (int) rows.get(ordinal, PLACES);
    }

    int items(int ordinal) {
        return details.get(detailAt(ordinal));
    }

    int resource(int ordinal, int item) {
        return details.get(detailAt(ordinal) + 1 + 3 * item);
    }

    long quantity(int ordinal, int item) {
        int at = detailAt(ordinal) + 2 + 3 * item;
        return ((long) details.get(at) << 32) | (details.get(at + 1) & 0xFFFFFFFFL);
    }

    /** Of everything that serves a resource. */
    long quantityFor(int ordinal, int wanted) {
        if (!Traits.many(traits(ordinal))) {
            return quantity(ordinal);
        }
        long quantity = 0;
        for (int i = 0; i < items(ordinal); i++) {
            if (resources.serves(resource(ordinal, i), wanted)) {
                quantity = sum(quantity, quantity(ordinal, i));
            }
        }
        return quantity;
    }

    /** Does it name one of these codes among the divisions it serves? */
    boolean names(int ordinal, int[] codes) {
        int at = detailAt(ordinal);
        return anyOf(at + 1 + 3 * details.get(at), codes);
    }

    /** Does it name one of these codes among those that it does not serve? */
    boolean excludes(int ordinal, int[] codes) {
        int at = detailAt(ordinal);
        at += 1 + 3 * details.get(at);
        return anyOf(at + 1 + details.get(at), codes);
    }

    private boolean anyOf(int at, int[] codes) {
        int areas = details.get(at);
        for (int i = 1; i <= areas; i++) {
            int area = details.get(at + i);
            for (int code : codes) {
                if (area == code) {
                    return true;
                }
            }
        }
        return false;
    }

    static int home(long places) {
        return (int) (places >>> HOME_SHIFT);
    }

    /** Names it no divisions, or some that can only be told by the rules? */
    static boolean anywhere(long places) {
        return (places & ANYWHERE) != 0;
    }

    /** Names it divisions that it does not serve? */
    static boolean excludes(long places) {
        return (places & EXCLUDES) != 0;
    }

    /** Has it something about it that only the rules themselves can judge? */
    static boolean byTheRules(long places) {
        return (places & BY_THE_RULES) != 0;
    }

    long bytes() {
        return rows.bytes() + details.bytes();
    }
}
