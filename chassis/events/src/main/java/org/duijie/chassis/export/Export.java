package org.duijie.chassis.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.duijie.chassis.feed.ChangeFeed;
import org.duijie.chassis.feed.FeedPosition;

/**
 * Gives everything of a collection, piece by piece, each piece read in a transaction of its own: a reader that is slow
 * holds neither a connection nor old rows, and no more than one piece is in memory. What changes meanwhile is in the
 * change feed after the position that is read before the first piece and told in the head of the answer.
 */
@ApplicationScoped
public class Export {

    public static final String NDJSON = "application/x-ndjson";
    public static final String CSV = "text/csv;charset=UTF-8;header=present";

    /** Where the change feed goes on from an export. */
    public static final String POSITION = "Duijie-Feed-Position";

    /** What its operation says of itself. */
    public static final String DESCRIPTION =
            "As NDJSON, one a line, or as CSV for spreadsheets: UTF-8 with byte order mark, lines ended by CR LF, and an"
                    + " apostrophe before a cell that would be computed or rounded. Go on from here with the change feed:"
                    + " export and feed together miss nothing.";

    private static final int PIECE = 200;

    /** Reads the next things in the order of their ids, as many as are asked for if there are so many. */
    @FunctionalInterface
    public interface Pieces<T> {
        List<T> after(Optional<UUID> last, int size);
    }

    private final ChangeFeed feed;
    private final ObjectMapper json;

    @Inject
    Export(ChangeFeed feed, ObjectMapper json) {
        this.feed = feed;
        this.json = json;
    }

    /**
     * One JSON object a line.
     *
     * @param collection its name in the API, whose feed is {@code /<collection>/feed}
     */
    public <T> StreamingOutput lines(
            HttpServerResponse response, String collection, Function<T, UUID> id, Pieces<T> pieces) {
        head(response, collection, "ndjson");
        return output -> forEach(id, pieces, shown -> {
            output.write(json.writeValueAsBytes(shown));
            output.write('\n');
        });
    }

    /** The same for spreadsheets. */
    public <T> StreamingOutput table(
            HttpServerResponse response,
            String collection,
            Columns<T> columns,
            Function<T, UUID> id,
            Pieces<T> pieces) {
        head(response, collection, "csv");
        return output -> {
            try (Spreadsheet sheet = new Spreadsheet(output, columns.names())) {
                forEach(id, pieces, shown -> sheet.add(columns.row(shown)));
            }
        };
    }

    private void head(HttpServerResponse response, String collection, String ending) {
        FeedPosition position = feed.horizon();
        response.putHeader("Content-Disposition", "attachment; filename=\"" + collection + "." + ending + "\"")
                .putHeader(POSITION, position.toString())
                .putHeader("Link", "</" + collection + "/feed?since=" + position + ">; rel=\"monitor\"");
    }

    @FunctionalInterface
    private interface Sink<T> {
        void take(T shown) throws IOException;
    }

    private static <T> void forEach(Function<T, UUID> id, Pieces<T> pieces, Sink<T> sink) throws IOException {
        Optional<UUID> after = Optional.empty();
        List<T> piece;
        do {
            Optional<UUID> last = after;
            piece = QuarkusTransaction.requiringNew().call(() -> pieces.after(last, PIECE));
            for (T shown : piece) {
                sink.take(shown);
            }
            after = piece.isEmpty() ? after : Optional.of(id.apply(piece.getLast()));
        } while (piece.size() == PIECE);
    }
}
