package org.duijie.project.publisher;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.time.BusinessDay;

/** Counts what a publisher hands in on a day, so that no two requests both take the last of it. */
@ApplicationScoped
public class QuotaService {

    private final PublisherRepository publishers;
    private final InstantSource clock;

    @Inject
    QuotaService(PublisherRepository publishers, InstantSource clock) {
        this.publishers = publishers;
        this.clock = clock;
    }

    /** What is left of a publisher's day now; others may take of it until it is closed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Day open(Publisher publisher, LocalDate day) {
        return new Day(publisher, day, publishers.used(publisher.id(), day));
    }

    /**
     * Keeps what was taken. Called last of all, for whoever else takes of the same day waits from now on until the
     * transaction ends.
     *
     * @throws ProblemException {@link PublisherProblem#QUOTA_EXCEEDED} where others took it meanwhile
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void close(Day day) {
        if (day.taken > 0 && !publishers.use(day.publisher.id(), day.date, day.taken, day.publisher.dailyQuota())) {
            throw day.exceeded();
        }
    }

    /** What is left of one day. */
    public final class Day {

        private final Publisher publisher;
        private final LocalDate date;
        private final int used;
        private int taken;

        private Day(Publisher publisher, LocalDate date, int used) {
            this.publisher = publisher;
            this.date = date;
            this.used = used;
        }

        /**
         * Takes one.
         *
         * @throws ProblemException {@link PublisherProblem#QUOTA_EXCEEDED} where none is left
         */
        public void take() {
            if (used + taken >= publisher.dailyQuota()) {
                throw exceeded();
            }
            taken++;
        }

        private ProblemException exceeded() {
            var midnight = date.plusDays(1).atStartOfDay(BusinessDay.ZONE).toInstant();
            long seconds =
                    Math.max(1, Duration.between(clock.instant(), midnight).toSeconds());
            return PublisherProblem.QUOTA_EXCEEDED
                    .because(
                            "每日限额为 " + publisher.dailyQuota() + " 条。",
                            "The quota is " + publisher.dailyQuota() + " a day.")
                    .withHeader("Retry-After", Long.toString(seconds));
        }
    }
}
