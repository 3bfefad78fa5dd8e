package org.duijie.chassis.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessesTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Test
    void seesTheEndOfAProcessWhoseParentTakesNoNotice() throws IOException {
        // The shell becomes a program that never asks after the child it has got from the shell.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 600 & echo $!; exec sleep 600").start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            assertThat(Processes.isRunning(child)).isTrue();
            assertThat(Processes.awaitEnd(List.of(child), Duration.ZERO)).isFalse();

            child.destroyForcibly();

            assertThat(Processes.awaitEnd(List.of(child), LIMIT)).isTrue();
            assertThat(child.isAlive()).as("its entry is still there").isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }
}
