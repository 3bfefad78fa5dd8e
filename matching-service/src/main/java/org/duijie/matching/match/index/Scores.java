package org.duijie.matching.match.index;

/** Keeps what each of some scores, who are judged in the order in which they stand here. */
final class Scores implements Found {

    private final int[] ordinals;
    private final int[] scores;
    private int at;

    /** @param scores by place, where they are put */
    Scores(int[] ordinals, int[] scores) {
        this.ordinals = ordinals;
        this.scores = scores;
    }

    @Override
    public int least() {
        return 0;
    }

    @Override
    public boolean wants(int ppm, int ordinal) {
        return true;
    }

    @Override
    public void take(int ppm, int ordinal) {
        while (ordinals[at] != ordinal) {
            at++;
        }
        scores[at] = ppm;
    }
}
