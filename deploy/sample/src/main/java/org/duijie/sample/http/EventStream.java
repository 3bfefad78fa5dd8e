package org.duijie.sample.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.duijie.sample.Json;
import org.jspecify.annotations.Nullable;

/** An open stream of server-sent events. Comments, with which the server shows that it lives, are passed over. */
public final class EventStream implements AutoCloseable {
    private final InputStream body;
    private final BufferedReader lines;

    EventStream(InputStream body) {
        this.body = body;
        lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** The next event, waiting for it; null once the stream has ended. */
    public @Nullable StreamEvent next() {
        try {
            String id = "";
            String type = "message";
            StringBuilder data = new StringBuilder();
            String line = lines.readLine();
            while (line != null) {
                if (line.isEmpty() && !data.isEmpty()) {
                    return new StreamEvent(id, type, Json.MAPPER.readTree(data.toString()));
                } else if (line.startsWith("id:")) {
                    id = value(line);
                } else if (line.startsWith("event:")) {
                    type = value(line);
                } else if (line.startsWith("data:")) {
                    data.append(data.isEmpty() ? "" : "\n").append(value(line));
                }
                line = lines.readLine();
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    /** Ends the stream, also under a reader that waits: the reader's own lock would keep its close waiting. */
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
