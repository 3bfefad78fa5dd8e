package org.duijie.matching.filter;

import java.time.LocalDate;

/** A day in a filter: one of the calendar, or so many days from whatever day it is asked on. */
public sealed interface Day {

    LocalDate on(LocalDate today);

    String text();

    /** {@code 2026-12-31} */
    record Of(LocalDate date) implements Day {

        @Override
        public LocalDate on(LocalDate today) {
            return date;
        }

        @Override
        public String text() {
            return date.toString();
        }
    }

    /** {@code 30d} */
    record In(int days) implements Day {

        @Override
        public LocalDate on(LocalDate today) {
            return today.plusDays(days);
        }

        @Override
        public String text() {
            return days + "d";
        }
    }
}
