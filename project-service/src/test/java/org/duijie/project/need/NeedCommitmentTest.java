package org.duijie.project.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.duijie.chassis.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What agreements take on: 2000 books are 2,000,000 thousandths, 12000.5 yuan are 12,000,500. */
class NeedCommitmentTest {

    private final Need need = published();

    private static Need published() {
        Need made = Need.draft(UUID.randomUUID(), NeedMother.BUREAU, NeedMother.terms(), "张北县", NeedMother.NOW);
        made.submit(NeedMother.BUREAU, NeedMother.TODAY, NeedMother.NOW);
        made.publish(NeedMother.OFFICE, List.of(), NeedMother.TODAY, NeedMother.NOW);
        return made;
    }

    private void commit(Map<Integer, Long> part) {
        need.commit(part, NeedMother.TODAY, NeedMother.NOW);
    }

    @Test
    void isFulfilledByTheLastPartAndOpenAgainWithoutIt() {
        commit(Map.of(0, 2_000_000L));
        assertThat(need.status()).isEqualTo(NeedStatus.PUBLISHED);
        commit(Map.of(1, 12_000_500L));
        assertThat(need.status()).isEqualTo(NeedStatus.FULFILLED);

        need.release(Map.of(1, 500L), "捐赠方退出", NeedMother.NOW);
        assertThat(need.status()).isEqualTo(NeedStatus.PUBLISHED);
        assertThat(need.commitments().committed()).containsExactly(2_000_000L, 12_000_000L);
    }

    @Test
    void isNotCommittedAfterItsDeadlineNorBeyondWhatItAsksFor() {
        assertThatThrownBy(() -> need.commit(Map.of(0, 1L), NeedMother.DEADLINE.plusDays(1), NeedMother.NOW))
                .hasMessageContaining("need-not-published");
        assertThatThrownBy(() -> commit(Map.of(0, 2_000_001L))).hasMessageContaining("need-already-committed");
        assertThatThrownBy(() -> commit(Map.of(0, 0L))).hasMessageContaining("need-item-unknown");
        assertThatThrownBy(() -> commit(Map.of(2, 1L))).hasMessageContaining("need-item-unknown");
    }

    /** Invariant 1: whatever is taken on and given back, it lies between nothing and what is asked for. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void liesWithinWhatIsAskedForWhateverHappens(long seed) {
        Random chance = new Random(seed);
        List<Map<Integer, Long>> agreements = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            if (!agreements.isEmpty() && chance.nextInt(3) == 0) {
                need.release(agreements.remove(chance.nextInt(agreements.size())), "终止", NeedMother.NOW);
            } else {
                Map<Integer, Long> part = new HashMap<>();
                part.put(chance.nextInt(2), chance.nextLong(1, 3_000_000));
                try {
                    commit(part);
                    agreements.add(part);
                } catch (ProblemException no) {
                    refused++;
                }
            }
            for (int item = 0; item < 2; item++) {
                int place = item;
                long sum = agreements.stream()
                        .mapToLong(part -> part.getOrDefault(place, 0L))
                        .sum();
                assertThat(need.commitments().of(item))
                        .isEqualTo(sum)
                        .isBetween(0L, item == 0 ? 2_000_000L : 12_000_500L);
            }
        }
        assertThat(refused).isPositive();
    }
}
