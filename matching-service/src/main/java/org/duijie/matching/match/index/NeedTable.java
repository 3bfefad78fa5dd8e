package org.duijie.matching.match.index;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.duijie.matching.match.Scale;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;

/** What is asked of a need when it is judged, in a row of numbers. */
final class NeedTable {

    private static final int MASKS = 0;
    private static final int DAYS = 1;
    private static final int BEGIN = 2;
    private static final int VALUE = 3;
    private static final int QUANTITY = 4;
    private static final int WIDTH = 5;

    private static final int MODE_SHIFT = 6;
    private static final int LEVEL_SHIFT = 10;
    private static final int TYPE_SHIFT = 26;
    private static final long SPLITTABLE = 1L << 42;
    private static final long SINGLE = 1L << 43;
    private static final long BY_THE_RULES = 1L << 44;
    private static final int URGENCY_SHIFT = 45;
    private static final int DEPTH_SHIFT = 48;
    private static final int DEEPEST = 255;

    /** Within a detail, an item is a resource, its depth, and the halves of its quantity and of its value. */
    private static final int ITEM = 6;

    /** What urgency can come to, the most urgent first. */
    static final int[] URGENCY =
            IntStream.rangeClosed(0, 366).map(Scale::urgency).distinct().toArray();

    final Names fields = new Names(22);
    final Names modes = new Names(6);
    final Names levels = new Names(14);
    final Names types = new Names(14);
    final Resources resources = new Resources();
    final Places counties = new Places();

    private final Longs rows = new Longs(WIDTH);
    private final Pool details = new Pool();
    private int[] scratch = new int[64];

    /** Writes the row of a need. */
    void write(int ordinal, NeedFact need, LocalDate on) {
        int field = fields.add(need.field());
        int mode = modes.add(need.mode());
        int levelBits = levels.bearing(need.admittedLevels());
        int typeBits = types.bearing(need.admittedTypes());
        boolean byTheRules = !need.excludedOrganizations().isEmpty()
                || need.beneficiaryOrganization() != null
                || field == fields.beyond()
                || mode == modes.beyond()
                || (((levelBits >>> levels.beyond()) & 1) != 0
                        && !need.admittedLevels().isEmpty())
                || (((typeBits >>> types.beyond()) & 1) != 0
                        && !need.admittedTypes().isEmpty());
        boolean single = need.items().size() == 1;
        ItemFact first = need.items().getFirst();
        int urgency = 0;
        while (URGENCY[urgency] != Scale.urgency(need.deadline().toEpochDay() - on.toEpochDay())) {
            urgency++;
        }
        rows.set(
                ordinal,
                MASKS,
                field
                        | ((long) mode << MODE_SHIFT)
                        | ((long) levelBits << LEVEL_SHIFT)
                        | ((long) typeBits << TYPE_SHIFT)
                        | (need.splittable() ? SPLITTABLE : 0)
                        | (single ? SINGLE : 0)
                        | (byTheRules ? BY_THE_RULES : 0)
                        | ((long) urgency << URGENCY_SHIFT)
                        | ((long) Math.min(DEEPEST, first.depth()) << DEPTH_SHIFT));
        rows.set(ordinal, DAYS, Days.pack(need.deadline(), need.periodEnd()));
        rows.set(ordinal, BEGIN, ((long) Days.of(need.periodStart()) << 32) | details.add(scratch, detail(need)));
        rows.set(ordinal, VALUE, need.valueFen());
        rows.set(ordinal, QUANTITY, first.quantityThousandths());
    }

    private int detail(NeedFact need) {
        int length = 2 + ITEM * need.items().size();
        if (length > scratch.length) {
            scratch = new int[length * 2];
        }
        int end = 0;
        scratch[end++] = counties.add(need.divisionCode());
        scratch[end++] = need.items().size();
        for (ItemFact item : need.items()) {
            scratch[end++] = resources.add(item.resourceCode(), item.unit());
            scratch[end++] = item.depth();
            scratch[end++] = (int) (item.quantityThousandths() >>> 32);
            scratch[end++] = (int) item.quantityThousandths();
            scratch[end++] = (int) (item.valueFen() >>> 32);
            scratch[end++] = (int) item.valueFen();
        }
        return length;
    }

    /** Gives back the room of a row that is to be written anew. */
    void free(int ordinal) {
        int at = detailAt(ordinal);
        details.free(at, 2 + ITEM * details.get(at + 1));
    }

    long masks(int ordinal) {
        return rows.get(ordinal, MASKS);
    }

    /** Deadline and last day of the period. */
    long days(int ordinal) {
        return rows.get(ordinal, DAYS);
    }

    int periodStart(int ordinal) {
        return (int) (rows.get(ordinal, BEGIN) >> 32);
    }

    private int detailAt(int ordinal) {
        return (int) rows.get(ordinal, BEGIN);
    }

    /** In fen. */
    long value(int ordinal) {
        return rows.get(ordinal, VALUE);
    }

    /** Of the first item. */
    long quantity(int ordinal) {
        return rows.get(ordinal, QUANTITY);
    }

    int county(int ordinal) {
        return details.get(detailAt(ordinal));
    }

    int items(int ordinal) {
        return details.get(detailAt(ordinal) + 1);
    }

    int resource(int ordinal, int item) {
        return details.get(detailAt(ordinal) + 2 + ITEM * item);
    }

    int depth(int ordinal, int item) {
        return details.get(detailAt(ordinal) + 3 + ITEM * item);
    }

    long quantity(int ordinal, int item) {
        int at = detailAt(ordinal) + 4 + ITEM * item;
        return ((long) details.get(at) << 32) | (details.get(at + 1) & 0xFFFFFFFFL);
    }

    long value(int ordinal, int item) {
        int at = detailAt(ordinal) + 6 + ITEM * item;
        return ((long) details.get(at) << 32) | (details.get(at + 1) & 0xFFFFFFFFL);
    }

    static int field(long masks) {
        return (int) masks & 63;
    }

    static int mode(long masks) {
        return (int) (masks >>> MODE_SHIFT) & 15;
    }

    static int levels(long masks) {
        return (int) (masks >>> LEVEL_SHIFT) & 0xFFFF;
    }

    static int types(long masks) {
        return (int) (masks >>> TYPE_SHIFT) & 0xFFFF;
    }

    static boolean splittable(long masks) {
        return (masks & SPLITTABLE) != 0;
    }

    /** Has it one item? */
    static boolean single(long masks) {
        return (masks & SINGLE) != 0;
    }

    /** Has it something about it that only the rules themselves can judge? */
    static boolean byTheRules(long masks) {
        return (masks & BY_THE_RULES) != 0;
    }

    /** The place in {@link #URGENCY}. */
    static int urgency(long masks) {
        return (int) (masks >>> URGENCY_SHIFT) & 7;
    }

    /** Of the first item, as far as it can be told. */
    static int depth(long masks) {
        return (int) (masks >>> DEPTH_SHIFT) & DEEPEST;
    }

    long bytes() {
        return rows.bytes() + details.bytes();
    }
}
