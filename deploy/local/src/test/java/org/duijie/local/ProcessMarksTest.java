package org.duijie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMarksTest {
    @TempDir
    private Path directory;

    private Process process;

    @BeforeEach
    void startSomething() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endIt() {
        process.destroyForcibly();
    }

    @Test
    void endsAProcessThatAnEarlierLauncherLeft() throws InterruptedException {
        new ProcessMarks(directory).add("project-service", process.toHandle());

        assertThat(new ProcessMarks(directory).endLeftovers()).containsExactly("project-service");

        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void leavesAProcessAloneThatOnlyGotTheSameIdLater() throws IOException {
        Instant before = process.toHandle().info().startInstant().orElseThrow().minusSeconds(60);
        Files.writeString(directory.resolve("gateway"), process.pid() + " " + before);

        assertThat(new ProcessMarks(directory).endLeftovers()).isEmpty();

        assertThat(process.isAlive()).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void forgetsAMarkThatWasCutOffWhileItWasWritten() throws IOException {
        Files.writeString(directory.resolve("kafka"), "12");

        assertThat(new ProcessMarks(directory).endLeftovers()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void forgetsAProcessThatWasStopped() {
        ProcessMarks marks = new ProcessMarks(directory);
        marks.add("gateway", process.toHandle());
        marks.remove("gateway");

        assertThat(marks.endLeftovers()).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }
}
