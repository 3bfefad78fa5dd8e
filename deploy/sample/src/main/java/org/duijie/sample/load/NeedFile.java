package org.duijie.sample.load;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.duijie.sample.Json;

/** A file of needs as a publisher exports it: one on a line, each under a reference of the publisher's own. */
public final class NeedFile {
    private NeedFile() {}

    /** @param need as {@code POST /needs} takes it */
    public record Line(String reference, Object need) {}

    /** Writes the lines as they come; none is kept. */
    public static Path write(Path file, Stream<Line> lines) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (Iterator<Line> next = lines.iterator(); next.hasNext(); ) {
                out.write(Json.MAPPER.writeValueAsBytes(next.next()));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
