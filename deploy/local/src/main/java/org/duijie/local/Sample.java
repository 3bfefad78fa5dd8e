package org.duijie.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sample's program, run as a client of the suite: it knows only the gateway and the accounts. */
final class Sample {
    private static final String MAIN = "org.duijie.sample.SampleMain";
    private static final List<String> JVM_OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path launcher;
    private final ProcessMarks marks;
    private volatile @Nullable Process running;

    Sample(Path launcher, ProcessMarks marks) {
        this.launcher = launcher;
        this.marks = marks;
    }

    /** The JSON list of the accounts that the sample wants. */
    String accounts() {
        try {
            Process process = new ProcessBuilder(Java.main(JVM_OPTIONS, launcher, MAIN, "accounts"))
                    .redirectError(Redirect.INHERIT)
                    .start();
            String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.onExit().join().exitValue() != 0) {
                throw new StartFailure("The sample does not tell its accounts.");
            }
            return json;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one of the sample's commands and shows what it says; returns its exit code. */
    int run(String... arguments) {
        try {
            Process process = new ProcessBuilder(Java.main(JVM_OPTIONS, launcher, MAIN, arguments))
                    .inheritIO()
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            running = process;
            marks.add("sample", process.toHandle());
            int exitCode = process.onExit().join().exitValue();
            running = null;
            marks.remove("sample");
            return exitCode;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a sample of this size was loaded into the data that the mark stands beside. */
    static boolean isLoaded(Path mark, String size) {
        try {
            return Files.exists(mark) && Files.readString(mark).equals(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void markLoaded(Path mark, String size) {
        try {
            Files.writeString(mark, size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        Process process = running;
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
