package org.duijie.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a part says, in a file. */
record LogFile(Path path) {
    private static final int LAST_LINES = 25;

    /** The end of the log without its stack traces, for a person who must learn why a part ended. */
    String lastLines() {
        try {
            List<String> lines = new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join(
                            System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                    + System.lineSeparator() + "(all of it: " + path + ")";
        } catch (IOException e) {
            return "(no log in " + path + ")";
        }
    }
}
