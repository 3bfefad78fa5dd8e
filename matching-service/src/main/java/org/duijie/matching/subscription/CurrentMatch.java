package org.duijie.matching.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

/** A pair that matches a subscription now, with the score that was last told. */
@Entity
class CurrentMatch {

    @EmbeddedId
    @Column
    private CurrentMatchKey key;

    @Column
    private int scorePpm;

    CurrentMatch() {}

    CurrentMatch(CurrentMatchKey key, int scorePpm) {
        this.key = key;
        this.scorePpm = scorePpm;
    }

    void rescore(int ppm) {
        scorePpm = ppm;
    }

    CurrentMatchKey key() {
        return key;
    }

    int scorePpm() {
        return scorePpm;
    }
}
