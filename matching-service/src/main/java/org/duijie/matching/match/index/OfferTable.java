package org.duijie.matching.match.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.duijie.matching.match.Scale;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.jspecify.annotations.Nullable;

/** What is asked of an offer when it is judged, in a row of numbers. */
final class OfferTable {

    /** In place of the number of a record: there is none. */
    static final int NO_RECORD = 63;

    /** How much of a specialist an offer can be, the least first. */
    static final int[] SPECIAL =
            IntStream.range(0, 5).map(Scale::special).distinct().sorted().toArray();

    private static final int MASKS = 0;
    private static final int PLACES = 1;
    private static final int DAYS = 2;
    private static final int LARGEST = 3;
    private static final int SMALLEST = 4;
    private static final int QUANTITY = 5;
    private static final int WIDTH = 6;

    private static final int MODE_SHIFT = 24;
    private static final int LEVEL_SHIFT = 32;
    private static final int TYPE_SHIFT = 36;
    private static final int SPECIAL_SHIFT = 40;
    private static final int RECORD_SHIFT = 43;
    private static final long MANY_RESOURCES = 1L << 49;
    private static final long ANYWHERE = 1L << 50;
    private static final long BY_THE_RULES = 1L << 51;
    private static final long EXCLUDES = 1L << 52;

    final Names fields = new Names(22);
    final Names modes = new Names(6);
    final Names levels = new Names(14);
    final Names types = new Names(14);
    final Resources resources = new Resources();
    final Places homes = new Places();

    private final Longs rows = new Longs(WIDTH);
    private final Pool details = new Pool();
    private final List<Integer> records = new ArrayList<>();
    private int[] scratch = new int[64];

    /** Writes the row of an offer and its organization. */
    void write(int ordinal, OfferFact offer, OrganizationFact organization, LocalDate on) {
        int record = Scale.record(organization, on);
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
        boolean many = IntStream.range(0, scratch[0])
                        .map(i -> scratch[1 + 3 * i])
                        .distinct()
                        .count()
                > 1;
        rows.set(
                ordinal,
                MASKS,
                fieldBits
                        | ((long) modeBits << MODE_SHIFT)
                        | ((long) level << LEVEL_SHIFT)
                        | ((long) type << TYPE_SHIFT)
                        | ((long) rank(offer.fields().size()) << SPECIAL_SHIFT)
                        | ((long) (record == Scale.ABSENT ? NO_RECORD : number(record)) << RECORD_SHIFT)
                        | (many ? MANY_RESOURCES : 0)
                        | (offer.divisions().isEmpty() || !wellFormed ? ANYWHERE : 0)
                        | (offer.excludedDivisions().isEmpty() ? 0 : EXCLUDES)
                        | (byTheRules ? BY_THE_RULES : 0));
        rows.set(ordinal, DAYS, Days.pack(offer.validFrom(), offer.validUntil()));
        rows.set(ordinal, SMALLEST, orElse(offer.smallestCommitmentFen(), Long.MIN_VALUE));
        rows.set(ordinal, LARGEST, orElse(offer.largestCommitmentFen(), Long.MAX_VALUE));
        rows.set(
                ordinal,
                QUANTITY,
                offer.items().stream().mapToLong(ItemFact::quantityThousandths).reduce(0, OfferTable::sum));
        rows.set(
                ordinal,
                PLACES,
                ((long) homes.add(organization.registrarDivision()) << 32) | details.add(scratch, length));
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

    private int number(int record) {
        int number = records.indexOf(record);
        if (number >= 0) {
            return number;
        }
        if (records.size() == NO_RECORD) {
            throw new IllegalStateException("The record is measured in a few steps");
        }
        records.add(record);
        return records.size() - 1;
    }

    private static int rank(int fields) {
        int rank = 0;
        while (SPECIAL[rank] != Scale.special(fields)) {
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

    long masks(int ordinal) {
        return rows.get(ordinal, MASKS);
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
        return (int) (rows.get(ordinal, PLACES) >>> 32);
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
        if (!many(masks(ordinal))) {
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

    int record(long masks) {
        int number = recordNumber(masks);
        return number == NO_RECORD ? Scale.ABSENT : records.get(number);
    }

    /** The value behind each number of a record. */
    int[] records() {
        return records.stream().mapToInt(Integer::intValue).toArray();
    }

    static int recordNumber(long masks) {
        return (int) (masks >>> RECORD_SHIFT) & 63;
    }

    static int fields(long masks) {
        return (int) masks & 0xFFFFFF;
    }

    static int modes(long masks) {
        return (int) (masks >>> MODE_SHIFT) & 0xFF;
    }

    static int level(long masks) {
        return (int) (masks >>> LEVEL_SHIFT) & 15;
    }

    static int type(long masks) {
        return (int) (masks >>> TYPE_SHIFT) & 15;
    }

    /** The place in {@link #SPECIAL}. */
    static int special(long masks) {
        return (int) (masks >>> SPECIAL_SHIFT) & 7;
    }

    /** Has it more than one resource? */
    static boolean many(long masks) {
        return (masks & MANY_RESOURCES) != 0;
    }

    /** Names it no divisions, or some that can only be told by the rules? */
    static boolean anywhere(long masks) {
        return (masks & ANYWHERE) != 0;
    }

    /** Names it divisions that it does not serve? */
    static boolean excludes(long masks) {
        return (masks & EXCLUDES) != 0;
    }

    /** Has it something about it that only the rules themselves can judge? */
    static boolean byTheRules(long masks) {
        return (masks & BY_THE_RULES) != 0;
    }

    /** The mask of those who serve a field in a mode. */
    static long serving(int field, int mode) {
        return (1L << field) | (1L << (MODE_SHIFT + mode));
    }

    long bytes() {
        return rows.bytes() + details.bytes();
    }
}
