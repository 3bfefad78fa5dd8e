package org.duijie.matching.subscription;

import java.time.LocalDate;
import org.duijie.matching.occasion.Occasion;

/** The days between which the calendar moved, as the subject of an occasion: {@code 2026-11-25/2026-11-26}. */
record DayPassage(LocalDate from, LocalDate to) {

    static DayPassage of(Occasion occasion) {
        String[] days = occasion.subject().split("/", -1);
        return new DayPassage(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
    }

    String subject() {
        return from + "/" + to;
    }
}
