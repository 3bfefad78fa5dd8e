package org.duijie.matching.subscription;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.duijie.matching.replica.OfferFact;

/** Divisions as the numbers that their GB/T 2260 codes are; each stands for itself and all below it. */
final class Area {

    static final int EVERYWHERE = 0;
    static final int MALFORMED = -1;

    private static final int PREFECTURE = 100;
    private static final int PROVINCE = 10_000;

    /** More than these are taken more coarsely: by prefecture, or by province. */
    private static final int MOST = 64;

    private Area() {}

    static int of(String code) {
        return code.matches("[1-9]\\d{5}") ? Integer.parseInt(code) : MALFORMED;
    }

    /** Lists of such areas are long and worth splitting. */
    static boolean isWide(int area) {
        return area % PROVINCE == 0;
    }

    /** An area, everything above it, and everywhere. */
    static int[] covering(int area) {
        return IntStream.of(area, area - area % PREFECTURE, area - area % PROVINCE, EVERYWHERE)
                .distinct()
                .toArray();
    }

    /** What an offer serves; none for everywhere, and where a code is read that is none of GB/T 2260. */
    static int[] served(OfferFact offer) {
        int[] codes = offer.divisions().stream().mapToInt(Area::of).toArray();
        return Arrays.stream(codes).anyMatch(code -> code == MALFORMED) ? new int[0] : codes;
    }

    /** Areas that hold all that lies in both; in either, none stands for everywhere. */
    static int[] shared(int[] some, int[] others) {
        if (some.length == 0 && others.length == 0) {
            return new int[] {EVERYWHERE};
        }
        if (some.length == 0 || others.length == 0) {
            return coarse(some.length == 0 ? others : some);
        }
        int[] one = coarse(some);
        int[] other = coarse(others);
        return coarse(Arrays.stream(one)
                .flatMap(a -> Arrays.stream(other)
                        .filter(b -> covers(a, b) || covers(b, a))
                        .map(b -> covers(a, b) ? b : a))
                .toArray());
    }

    private static int[] coarse(int[] areas) {
        int[] known = Arrays.stream(areas).distinct().toArray();
        for (int span = PREFECTURE; known.length > MOST && span <= PROVINCE; span *= PREFECTURE) {
            int width = span;
            known = Arrays.stream(known)
                    .map(area -> area - area % width)
                    .distinct()
                    .toArray();
        }
        return known;
    }

    private static boolean covers(int upper, int area) {
        int span = upper % PROVINCE == 0 ? PROVINCE : upper % PREFECTURE == 0 ? PREFECTURE : 1;
        return area >= upper && area < upper + span;
    }
}
