package org.duijie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {
    @Test
    void letsOnlyOneSuiteHoldIt(@TempDir Path directory) {
        try (StateDirectory held = StateDirectory.hold(directory)) {
            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> StateDirectory.hold(directory))
                    .withMessageContaining(Long.toString(ProcessHandle.current().pid()))
                    .withMessageContaining(held.path().toString())
                    .withMessageContaining("--state");
        }
        StateDirectory.hold(directory).close();
    }

    @Test
    void isReadByItsOwnerOnly(@TempDir Path parent) throws IOException {
        Path directory = parent.resolve("state");
        try (StateDirectory state = StateDirectory.hold(directory)) {
            StateDirectory.writeSecret(state.accountsFile(), "{}");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.accountsFile())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void throwsAwayNothingThatIsNotItsOwn(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("thesis.txt"), "years of work");
        try (StateDirectory state = StateDirectory.hold(directory)) {
            Files.writeString(state.directory("postgres").resolve("data"), "");
            StateDirectory.writeSecret(state.accountsFile(), "{}");

            state.clear();

            assertThat(directory.resolve("postgres")).doesNotExist();
            assertThat(state.accountsFile()).doesNotExist();
            assertThat(directory.resolve("thesis.txt")).exists();
        }
    }
}
