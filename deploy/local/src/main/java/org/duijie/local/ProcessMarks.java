package org.duijie.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duijie.chassis.embedded.Processes;

/**
 * One small file for each process of the suite: its id and when it began. A launcher that is killed cannot stop its
 * processes; the next one finds them by these marks. A process that merely got the same id later began at another
 * time and is left alone.
 */
final class ProcessMarks {
    // The system derives the time from clock ticks since boot, so two readings can differ a little.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path directory;

    ProcessMarks(Path directory) {
        this.directory = directory;
    }

    void add(String name, ProcessHandle process) {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Files.writeString(file(name), process.pid() + " " + start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    /** Ends all marked processes that still run and returns the names they were marked with. */
    List<String> endLeftovers() {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> marks = files.sorted().toList();
            List<Path> alive =
                    marks.stream().filter(mark -> find(mark).isPresent()).toList();
            end(alive.stream().flatMap(mark -> find(mark).stream()).toList());
            for (Path mark : marks) {
                Files.delete(mark);
            }
            return alive.stream().map(mark -> mark.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> find(Path mark) {
        try {
            String[] parts = Files.readString(mark).strip().split(" ", 2);
            Instant start = Instant.parse(parts[1]);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(process -> Processes.isRunning(process) && beganAt(start, process));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException | DateTimeParseException torn) {
            return Optional.empty();
        }
    }

    private static boolean beganAt(Instant start, ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(began -> Duration.between(began, start).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }

    /** Asks these processes to end, all at once, and after some seconds makes them. */
    static void end(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        if (!Processes.awaitEnd(processes, PATIENCE)) {
            processes.forEach(ProcessHandle::destroyForcibly);
            Processes.awaitEnd(processes, PATIENCE);
        }
    }
}
