package org.duijie.chassis.feed;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in the change feed. Changes are ordered by the transaction that made them, not by when they were made: of two
 * that run at the same time the later one may be committed first, and a reader who went by time, or by a number drawn
 * while they ran, would pass the other by. The feed goes as far as all transactions are finished
 * ({@code pg_snapshot_xmin}); up to there nothing can appear any more.
 *
 * @param transaction number of a transaction
 * @param order of the change among those of the transaction; 0 stands before all of them
 */
public record FeedPosition(long transaction, long order) implements Comparable<FeedPosition> {

    static final FeedPosition BEGINNING = new FeedPosition(0, 0);

    static final String FORM = "^\\d{1,18}-\\d{1,18}$";

    private static final Pattern WRITTEN = Pattern.compile(FORM);
    private static final Pattern HYPHEN = Pattern.compile("-");

    /** Before the first change of a transaction. */
    static FeedPosition before(long transaction) {
        return new FeedPosition(transaction, 0);
    }

    /** Empty where the text is none. */
    static Optional<FeedPosition> read(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        String[] numbers = HYPHEN.split(text, 2);
        return Optional.of(new FeedPosition(Long.parseLong(numbers[0]), Long.parseLong(numbers[1])));
    }

    @Override
    public int compareTo(FeedPosition other) {
        int byTransaction = Long.compare(transaction, other.transaction);
        return byTransaction != 0 ? byTransaction : Long.compare(order, other.order);
    }

    @Override
    public String toString() {
        return transaction + "-" + order;
    }
}
