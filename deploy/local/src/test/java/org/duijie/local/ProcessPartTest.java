package org.duijie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessPartTest {
    @TempDir
    private Path directory;

    private ProcessPart part;

    @AfterEach
    void endIt() {
        part.kill();
    }

    @Test
    void tellsHowItsProcessEndedAndWhatItSaidLast() throws Exception {
        part = shell("echo cannot open $WHAT; exit 3", "WHAT", "the door");
        part.start();

        assertThat(part.ended().get(10, TimeUnit.SECONDS)).isEqualTo("ended with exit code 3");
        assertThat(part.lastWords()).contains("cannot open the door");
    }

    @Test
    void canBeKilledAndStartedAgain() throws Exception {
        part = shell("sleep 600", "A", "B");
        part.start();
        var ended = part.ended();
        part.kill();
        assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("ended with exit code 137");

        part.start();
        assertThat(part.ended()).isNotDone();
        part.stop();
        assertThat(new ProcessMarks(directory).endLeftovers()).isEmpty();
    }

    private ProcessPart shell(String script, String variable, String value) {
        return new ProcessPart(
                PartName.GATEWAY,
                List.of("sh", "-c", script),
                Map.of(variable, value),
                () -> true,
                new LogFile(directory.resolveSibling(directory.getFileName() + ".log")),
                new ProcessMarks(directory));
    }
}
