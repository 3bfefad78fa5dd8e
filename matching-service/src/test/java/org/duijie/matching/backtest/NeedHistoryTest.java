package org.duijie.matching.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.matching.replica.Cause;
import org.duijie.matching.replica.FactChange;
import org.duijie.matching.replica.FactChanges;
import org.duijie.matching.replica.FactMother;
import org.junit.jupiter.api.Test;

/** What is kept of a need's past, however many of its versions arrive together. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class NeedHistoryTest {

    private static final Instant MORNING = Instant.parse("2018-09-01T00:00:00Z");

    private final UUID need = UUID.randomUUID();
    private final NeedHistoryService history;
    private final EntityManager database;

    @Inject
    NeedHistoryTest(NeedHistoryService history, EntityManager database) {
        this.history = history;
        this.database = database;
    }

    @Test
    void keepsEachVersionFromWhenItCameUntilTheNext() {
        take(change(1, "PUBLISHED", 0));
        take(
                change(2, "PUBLISHED", 10),
                change(3, "PUBLISHED", 20),
                change(4, "WITHDRAWN", 30),
                change(5, "PUBLISHED", 40));

        assertThat(rows())
                .containsExactly(
                        "1 from 0 until 10", "2 from 10 until 20", "3 from 20 until 30", "5 from 40 until null");

        take(change(6, "WITHDRAWN", 50));
        assertThat(rows()).last().isEqualTo("5 from 40 until 50");
    }

    @Test
    void endsNoVersionBeforeItBegan() {
        take(change(1, "PUBLISHED", 20), change(2, "PUBLISHED", 10));
        take(change(3, "WITHDRAWN", 5));

        assertThat(rows()).containsExactly("1 from 20 until 20", "2 from 10 until 10");
    }

    private FactChange change(long version, String status, int seconds) {
        return new FactChange(
                null,
                FactMother.aNeed(fact -> {
                    fact.id = need;
                    fact.version = version;
                    fact.status = status;
                }),
                Cause.of("org.duijie.need.amended.v1", MORNING.plusSeconds(seconds)));
    }

    private void take(FactChange... changes) {
        QuarkusTransaction.requiringNew().run(() -> history.onFacts(new FactChanges(Arrays.asList(changes))));
    }

    private List<String> rows() {
        return QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery("""
                                select version || ' from ' || (extract(epoch from in_force_from - :morning))::int || ' until '
                                       || coalesce((extract(epoch from in_force_until - :morning))::int::text, 'null')
                                  from need_history where need_id = :need order by version
                                """, String.class)
                .setParameter("morning", MORNING)
                .setParameter("need", need)
                .getResultList());
    }
}
