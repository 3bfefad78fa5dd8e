package org.duijie.sample.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A list of the suite, read page by page to its end. */
public final class Listing {
    private static final int PAGE = 200;

    private Listing() {}

    /**
     * Gives every item of the list to the reader.
     *
     * @param path the list with or without a query
     */
    public static void read(Session session, Patience patience, String path, Consumer<JsonNode> reader) {
        String first = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE;
        String page = first;
        while (!page.isEmpty()) {
            String current = page;
            JsonNode body =
                    patience.until(() -> session.get(current)).expect(200).body();
            body.path("items").forEach(reader);
            String cursor = body.path("nextCursor").asText("");
            page = cursor.isEmpty() ? "" : first + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
    }
}
