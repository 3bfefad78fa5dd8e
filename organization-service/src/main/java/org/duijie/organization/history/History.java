package org.duijie.organization.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.duijie.chassis.audit.Audit;
import org.duijie.chassis.database.Insert;
import org.duijie.chassis.event.DomainEvent;
import org.duijie.chassis.feed.FeedSource;
import org.jspecify.annotations.Nullable;

/**
 * The changes of every offer and organization; rows are only ever added. Each is written in the transaction of its
 * change, whose number it bears: by that number the change feeds know what is committed. What somebody did goes into the
 * audit as well.
 */
@ApplicationScoped
public class History {

    private static final Insert CHANGES = new Insert(
            "change", List.of("aggregate text", "subject uuid", "version bigint", "kind text", "at timestamptz"));
    private static final Insert AUTHORS = new Insert(
            "change_author",
            List.of(
                    "aggregate text",
                    "subject uuid",
                    "version bigint",
                    "actor text",
                    "credit_code text",
                    "delegation_id uuid"));

    private final DataSource database;
    private final Audit audit;

    @Inject
    History(DataSource database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Which changes a feed of this aggregate tells: that there was one is no secret of anybody's. */
    public static FeedSource of(String aggregate) {
        return new FeedSource("change", "subject", "aggregate = ?", List.of(aggregate));
    }

    /**
     * Adds what happened; to be called when it was flushed, so that the versions are final.
     *
     * @param by null where the clock did it
     */
    public void add(List<? extends RecordedEvent> events, @Nullable Author by, Instant at) {
        Insert.Rows changes = CHANGES.rows();
        Insert.Rows authors = AUTHORS.rows();
        List<Audit.Deed> deeds = new ArrayList<>();
        for (RecordedEvent event : events) {
            changes.add(event.aggregate(), event.subject(), event.version(), kind(event), at);
            if (by != null) {
                authors.add(
                        event.aggregate(),
                        event.subject(),
                        event.version(),
                        by.actor(),
                        by.creditCode(),
                        by.delegation());
                deeds.add(by.deed(event));
            }
        }
        try (Connection connection = database.getConnection()) {
            Insert.send(connection, changes, authors, audit.rows(deeds));
        } catch (SQLException failed) {
            throw new IllegalStateException("The history could not be written", failed);
        }
    }

    private static String kind(DomainEvent event) {
        return event.verb().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
