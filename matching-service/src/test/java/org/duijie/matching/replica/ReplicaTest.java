package org.duijie.matching.replica;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.duijie.chassis.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/** What memory holds after each way in which a transaction may end. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class ReplicaTest {

    private final NeedFact need = FactMother.aNeed();
    private final Replica replica;
    private final ReplicaRepository rows;

    @Inject
    ReplicaTest(Replica replica, ReplicaRepository rows) {
        this.replica = replica;
        this.rows = rows;
    }

    @Test
    void aCommitIsSeenByAll() {
        inTurn(() -> {
            take();
            assertThat(replica.facts().need(need.id())).isNull();
        });

        assertThat(replica.facts().need(need.id())).isEqualTo(need);
    }

    @Test
    void aRollbackIsSeenByNobody() {
        inTurnButRolledBack(this::take);

        assertThat(replica.facts().need(need.id())).isNull();
        inTurn(() -> assertThat(replica.working().need(need.id())).isNull());
    }

    @Test
    void aRollbackBringsBackWhatWasKnownBefore() {
        inTurn(this::take);
        NeedFact later = FactMother.aNeed(changed -> {
            changed.id = need.id();
            changed.version = 2;
        });
        inTurnButRolledBack(() -> replica.stage(later));

        inTurn(() -> assertThat(replica.working().need(need.id())).isEqualTo(need));
    }

    @Test
    void whatSomebodyElseCommittedIsKnownWhenItIsReadAgain() {
        inTurn(() -> rows.upsert(List.of(need)));
        assertThat(replica.facts().need(need.id())).isNull();

        inTurn(() -> replica.refresh(NeedFact.class, List.of(need.id())));

        assertThat(replica.facts().need(need.id())).isEqualTo(need);
        inTurn(() -> assertThat(replica.working().need(need.id())).isEqualTo(need));
    }

    private void take() {
        rows.upsert(List.of(need));
        replica.stage(need);
    }

    private void inTurn(Runnable something) {
        replica.inTurn(() -> QuarkusTransaction.requiringNew().run(something));
    }

    private void inTurnButRolledBack(Runnable something) {
        replica.inTurn(() -> {
            QuarkusTransaction.begin();
            something.run();
            QuarkusTransaction.rollback();
        });
    }
}
