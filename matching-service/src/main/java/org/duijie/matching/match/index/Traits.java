package org.duijie.matching.match.index;

import java.util.stream.IntStream;
import org.duijie.matching.match.Scale;

/**
 * What is asked of an offer first, in one word that stands beside it in every list, so that few rows have to be looked up:
 * whom it serves, and what it adds to a score. Of several offers together the word has whatever any of them has, and the
 * best that each property comes to.
 *
 * <p>From the lowest bit: fields (10), modes (4), areas (8), what else there is (13) and whether that is a trace (1),
 * combination (4), several resources (1), level (3), type (3), how much there is of what else there is (4), and then what
 * an offer adds to a score: special (3), record (5), magnitude (5).
 */
final class Traits {

    static final int FIELDS = 8;
    static final int MODES = 2;
    static final int LEVELS = 6;
    static final int TYPES = 6;

    /** How much of a specialist an offer can be, the least first. */
    static final int[] SPECIAL =
            IntStream.range(0, 5).map(Scale::special).distinct().sorted().toArray();

    /** What a record can come to, in the order of its numbers. 0 is that of none. */
    static final int[] RECORD = IntStream.rangeClosed(0, 21)
            .map(step -> step == 0 ? Scale.ABSENT : (step - 1) * Scale.RECORD_STEP)
            .toArray();

    /** How many magnitudes of quantities there are. */
    static final int MAGNITUDES = 32;

    /** Of two magnitudes of what else there is each is as good as the larger. */
    static final int OTHER_MAGNITUDES = MAGNITUDES / 2;

    /** Quantities below this power of 2, in thousandths, are not told apart. */
    private static final int SMALLEST_BITS = 10;

    private static final int MODE_SHIFT = 10;
    private static final int AREA_SHIFT = 14;
    private static final int AREAS = 8;
    private static final int OTHERS_SHIFT = 22;
    private static final int OTHERS = 13;
    private static final int TRACED_SHIFT = 35;
    private static final int COMBINATION_SHIFT = 36;
    private static final int MANY_SHIFT = 40;
    private static final int LEVEL_SHIFT = 41;
    private static final int TYPE_SHIFT = 44;
    private static final int OTHER_MAGNITUDE_SHIFT = 47;
    private static final int SPECIAL_SHIFT = 51;
    private static final int RECORD_SHIFT = 54;
    private static final int MAGNITUDE_SHIFT = 59;

    private static final long ANY_AREA = ((1L << AREAS) - 1) << AREA_SHIFT;
    private static final long ANY_OF = (1L << LEVEL_SHIFT) - 1;
    private static final long OTHER = ((1L << OTHERS) - 1) << OTHERS_SHIFT;
    private static final long TRACED = 1L << TRACED_SHIFT;
    private static final long OTHER_MAGNITUDE = 15L << OTHER_MAGNITUDE_SHIFT;
    private static final long SPECIALS = 7L << SPECIAL_SHIFT;
    private static final long RECORDS = 31L << RECORD_SHIFT;
    private static final long MAGNITUDE = 31L << MAGNITUDE_SHIFT;

    /** The bits of a place in the order of impact that tell what is the same for every need. */
    static final int CLASS_SHIFT = 5;

    private static final int PLACE_OTHERS_SHIFT = CLASS_SHIFT;
    private static final int PLACE_IMPACT_SHIFT = PLACE_OTHERS_SHIFT + 4;
    private static final int PLACE_IMPACT_BITS = 9;
    private static final int PLACE_MANY_SHIFT = PLACE_IMPACT_SHIFT + PLACE_IMPACT_BITS;

    /** The bits of a place in the order of impact. */
    static final int PLACE_BITS = PLACE_MANY_SHIFT + 1;

    private Traits() {}

    /**
     * The word of an offer, without what depends on the list.
     *
     * @param record as {@link Scale#record} has it
     * @param near can its nearness be measured?
     */
    static long of(int fields, int modes, int level, int type, int special, int record, boolean near, boolean many) {
        return fields
                | ((long) modes << MODE_SHIFT)
                | (1L << (COMBINATION_SHIFT + ((record == Scale.ABSENT ? 0 : 1) | (near ? 2 : 0))))
                | ((many ? 1L : 0L) << MANY_SHIFT)
                | ((long) level << LEVEL_SHIFT)
                | ((long) type << TYPE_SHIFT)
                | ((long) special << SPECIAL_SHIFT)
                | ((long) number(record) << RECORD_SHIFT);
    }

    private static int number(int record) {
        if (record != Scale.ABSENT && record % Scale.RECORD_STEP != 0) {
            throw new IllegalArgumentException("A record of " + record + " is none of the steps");
        }
        return record == Scale.ABSENT ? 0 : 1 + record / Scale.RECORD_STEP;
    }

    /** The word with a quantity in it. */
    static long with(long traits, long quantity) {
        return traits | (magnitudeOf(quantity) << MAGNITUDE_SHIFT);
    }

    /** The bits of so much else, all of it together. */
    static long besides(long quantity) {
        return (magnitudeOf(quantity) / 2) << OTHER_MAGNITUDE_SHIFT;
    }

    private static long magnitudeOf(long quantity) {
        return Math.clamp(Long.SIZE - Long.numberOfLeadingZeros(quantity) - SMALLEST_BITS, 0, MAGNITUDES - 1);
    }

    /** The most that a quantity of a magnitude comes to. */
    static long most(int magnitude) {
        return magnitude == MAGNITUDES - 1 ? Long.MAX_VALUE : (1L << (SMALLEST_BITS + magnitude)) - 1;
    }

    /** The most that what else there is comes to, all of it together. */
    static long mostBesides(int magnitude) {
        return most(2 * magnitude + 1);
    }

    /** A trace of the divisions that it serves, each with all below it; other prefectures may leave the same. */
    static long areas(int[] divisions, boolean anywhere) {
        long areas = 0;
        for (int division : divisions) {
            areas |= Places.wide(division) ? ANY_AREA : area(division);
        }
        return anywhere ? ANY_AREA : areas;
    }

    /** The trace of whoever serves a division. */
    static long area(int division) {
        return 1L << (AREA_SHIFT + Places.prefecture(division) % AREAS);
    }

    /** A trace of a resource, where there are several; others may leave the same. */
    static long trace(int resource) {
        return 1L << (OTHERS_SHIFT + resource % OTHERS);
    }

    /** The bits of what left such traces. */
    static long traced(long traces) {
        return TRACED | traces;
    }

    /** The one resource that there is besides: itself as far as there is room for its number, else its trace. */
    static long other(int resource) {
        return resource < 1 << OTHERS ? (long) resource << OTHERS_SHIFT : TRACED | trace(resource);
    }

    /** What is told of one offer, as it is told of several together. */
    static long head(long traits) {
        return many(traits) && !isTraced(traits) ? (traits & ~OTHER) | TRACED | trace(other(traits)) : traits;
    }

    /** @param one as {@link #head} has it, and the other too */
    static long join(long one, long other) {
        return ((one | other) & ANY_OF)
                | Math.max(one & OTHER_MAGNITUDE, other & OTHER_MAGNITUDE)
                | unsignedMax(one & SPECIALS, other & SPECIALS)
                | unsignedMax(one & RECORDS, other & RECORDS)
                | unsignedMax(one & MAGNITUDE, other & MAGNITUDE);
    }

    private static long unsignedMax(long one, long other) {
        return Long.compareUnsigned(one, other) >= 0 ? one : other;
    }

    /**
     * The place in the order of impact: first those of a single resource, then by all that adds to a score and is the same
     * for every need, then by what else there is – several more come after one – and last by magnitude.
     */
    static long place(long traits) {
        long near = combinations(traits) >>> 2 == 0 ? 0 : 1;
        long impact = (long) special(traits) << 6 | (long) record(traits) << 1 | near;
        long others = isTraced(traits) ? OTHERS : other(traits) % OTHERS;
        return (many(traits) ? 1L << PLACE_MANY_SHIFT : 0)
                | ((1L << PLACE_IMPACT_BITS) - 1 - impact) << PLACE_IMPACT_SHIFT
                | others << PLACE_OTHERS_SHIFT
                | (MAGNITUDES - 1 - magnitude(traits));
    }

    /** The bits of those who serve a field in a mode. */
    static long serving(int field, int mode) {
        return (1L << field) | (1L << (MODE_SHIFT + mode));
    }

    /** Which of the factors that an offer may lack it has; of several, a bit for each combination. */
    static int combinations(long traits) {
        return (int) (traits >>> COMBINATION_SHIFT) & 15;
    }

    /** Has it more than one resource? */
    static boolean many(long traits) {
        return ((traits >>> MANY_SHIFT) & 1) != 0;
    }

    /** Is a trace all that is known of what else there is? */
    static boolean isTraced(long traits) {
        return (traits & TRACED) != 0;
    }

    /** The resource that there is besides, where that is known. */
    static int other(long traits) {
        return (int) ((traits & OTHER) >>> OTHERS_SHIFT);
    }

    static int level(long traits) {
        return (int) (traits >>> LEVEL_SHIFT) & 7;
    }

    static int type(long traits) {
        return (int) (traits >>> TYPE_SHIFT) & 7;
    }

    /** Of all else that there is. */
    static int magnitudeBesides(long traits) {
        return (int) (traits >>> OTHER_MAGNITUDE_SHIFT) & 15;
    }

    /** The place in {@link #SPECIAL}. */
    static int special(long traits) {
        return (int) (traits >>> SPECIAL_SHIFT) & 7;
    }

    /** The place in {@link #RECORD}. */
    static int record(long traits) {
        return (int) (traits >>> RECORD_SHIFT) & 31;
    }

    static int magnitude(long traits) {
        return (int) (traits >>> MAGNITUDE_SHIFT);
    }
}
