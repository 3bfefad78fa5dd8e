package org.duijie.chassis.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes and removes the directories in which servers keep their data. */
public final class Directories {
    private Directories() {}

    /** Makes a new empty directory that {@link #delete} removes when its server stops. */
    static Path temporary(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a directory with all that is in it; does nothing when it is not there. Follows no link. */
    public static void delete(Path directory) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException gone) {
            // A server that is just ending removed one of its own files meanwhile: look again.
            delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
