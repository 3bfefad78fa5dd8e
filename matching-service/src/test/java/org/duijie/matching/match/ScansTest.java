package org.duijie.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ScansTest {

    private final Scans scans = new Scans();

    @Test
    void theQuestionsOfOneCallerWaitForEachOtherAndOthersDoNot() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = threads.submit(() -> scans.look("one", () -> {
                looking.countDown();
                await(enough);
                return "seen";
            }));
            looking.await();

            Future<Long> second = threads.submit(() -> scans.look("one", enough::getCount));
            assertThat(scans.look("other", () -> "meanwhile")).isEqualTo("meanwhile");
            assertThat(second.isDone()).isFalse();

            enough.countDown();
            assertThat(first.get()).isEqualTo("seen");
            assertThat(second.get())
                    .as("the second began when the first was over")
                    .isZero();
        }
    }

    @Test
    void aLookThatFailsLeavesItsPlace() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> scans.look("one", () -> {
                        throw new IllegalStateException("failed");
                    }))
                    .hasMessage("failed");
        }
        assertThat(scans.look("one", () -> "seen")).isEqualTo("seen");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
