package org.duijie.project.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duijie.project.need.Need;
import org.duijie.project.need.NeedAccess;
import org.duijie.project.need.NeedRepository;
import org.duijie.project.need.NeedResponse;
import org.duijie.project.need.NeedScope;

/**
 * Reads all needs piece by piece, each piece in a transaction of its own: a reader that is slow holds neither a
 * connection nor old rows, and no more than one piece is in memory. What changes meanwhile is in the feed after the
 * position that was read before the first piece.
 */
@ApplicationScoped
class NeedExport {

    private static final int PIECE = 200;

    /** Takes one piece. */
    @FunctionalInterface
    interface Sink<E extends Exception> {
        void take(List<NeedResponse> needs) throws E;
    }

    private final NeedRepository needs;
    private final NeedAccess access;

    @Inject
    NeedExport(NeedRepository needs, NeedAccess access) {
        this.needs = needs;
        this.access = access;
    }

    /** Gives every need that fits, in the order of making. */
    <E extends Exception> void forEachPiece(NeedRepository.Filter filter, NeedScope scope, Sink<E> sink) throws E {
        Optional<UUID> after = Optional.empty();
        List<NeedResponse> piece;
        do {
            Optional<UUID> last = after;
            piece = QuarkusTransaction.requiringNew().call(() -> read(filter, scope, last));
            sink.take(piece);
            after = piece.isEmpty() ? after : Optional.of(piece.getLast().id());
        } while (piece.size() == PIECE);
    }

    private List<NeedResponse> read(NeedRepository.Filter filter, NeedScope scope, Optional<UUID> after) {
        List<Need> rows = needs.oldestFirst(filter, scope, after, PIECE);
        return rows.stream().map(access::shown).toList();
    }
}
