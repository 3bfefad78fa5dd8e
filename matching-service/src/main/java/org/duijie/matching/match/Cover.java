package org.duijie.matching.match;

/**
 * How much of a need an offer makes up, and how narrowly its resources name it: on bare numbers, for one pair as for the
 * index. Arrays may be longer than what is in them.
 */
public final class Cover {

    private Cover() {}

    /**
     * The share of the need that is covered: each wanted line in turn takes what it lacks from the stock that serves it,
     * in the stock's order, and nothing is given twice.
     *
     * @param weights by wanted line, what it counts; their sum is the whole
     * @param wanted by wanted line, the quantity, above zero
     * @param left by line of stock, the quantity; what is taken is taken off
     * @param serves whether a line of stock serves a wanted line, at {@code stockLine * lines + wantedLine}
     * @param most no more than this is covered
     */
    public static int coverage(
            int lines, long[] weights, long[] wanted, int stock, long[] left, boolean[] serves, long most) {
        long whole = 0;
        long covered = 0;
        for (int line = 0; line < lines; line++) {
            long lacking = wanted[line];
            for (int i = 0; i < stock; i++) {
                long taken = serves[i * lines + line] ? Math.min(lacking, left[i]) : 0;
                lacking -= taken;
                left[i] -= taken;
            }
            covered += Ppm.scale(weights[line], wanted[line] - lacking, wanted[line]);
            whole += weights[line];
        }
        return Ppm.of(Math.min(covered, most), whole);
    }

    /** The same for a need of a single line. */
    public static int coverage(long weight, long wanted, long stock, long most) {
        return Ppm.of(Math.min(Ppm.scale(weight, Math.min(stock, wanted), wanted), most), weight);
    }

    /**
     * How narrowly what is in common is named: 1 for the same code, less for each segment that the offer's is wider.
     *
     * @param depths by wanted line, the segments of its code
     * @param served by wanted line, the segments of the narrowest code that serves it, 0 where none does
     */
    public static int closeness(int lines, long[] weights, int[] depths, int[] served) {
        long whole = 0;
        long close = 0;
        for (int line = 0; line < lines; line++) {
            if (served[line] > 0) {
                whole += weights[line];
                close += Ppm.scale(weights[line], served[line], depths[line]);
            }
        }
        return whole == 0 ? 0 : Ppm.of(close, whole);
    }
}
