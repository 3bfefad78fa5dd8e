package org.duijie.project.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.duijie.chassis.audit.Act;
import org.duijie.chassis.audit.Audit;
import org.duijie.chassis.database.Insert;
import org.duijie.chassis.event.Outbox;
import org.duijie.project.statistics.Fact;

/**
 * Keeps needs together with what happened to them: the need, its history, what statistics count of it, who did it and the
 * event are written in the transaction at hand, or none of them. What is new goes to the database in one round trip.
 */
@ApplicationScoped
public class NeedStore {

    private final NeedRepository needs;
    private final NeedHistory history;
    private final Outbox outbox;
    private final Audit audit;
    private final DataSource database;

    @Inject
    NeedStore(NeedRepository needs, NeedHistory history, Outbox outbox, Audit audit, DataSource database) {
        this.needs = needs;
        this.history = history;
        this.outbox = outbox;
        this.audit = audit;
        this.database = database;
    }

    void store(Need changed) {
        store(List.of(), List.of(changed));
    }

    /**
     * @param created needs that are new
     * @param changed needs that were read in this transaction
     */
    public void store(Collection<Need> created, Collection<Need> changed) {
        if (!changed.isEmpty()) {
            // Only then are their versions final.
            needs.flush();
        }
        List<NeedEvent> events = Stream.concat(created.stream(), changed.stream())
                .flatMap(need -> need.takeChanges().stream().map(change -> new NeedEvent(need, change)))
                .toList();
        List<Fact> facts = Stream.concat(created.stream(), changed.stream())
                .flatMap(need -> need.takeFacts().stream())
                .toList();
        try (Connection connection = database.getConnection()) {
            Insert.send(
                    connection,
                    NeedRows.of(created),
                    history.rows(events),
                    outbox.rows(events),
                    Fact.rows(facts),
                    audit.rows(events.stream().flatMap(NeedStore::deed).toList()));
        } catch (SQLException failed) {
            throw new IllegalStateException("The needs could not be written", failed);
        }
    }

    /** What followed from something else, the clock or an agreement, is nobody's act. */
    private static Stream<Audit.Deed> deed(NeedEvent event) {
        Need need = event.need();
        NeedStatus before = need.takeStood();
        Actor by = event.change().by();
        return by == null
                ? Stream.of()
                : Stream.of(new Audit.Deed(
                        by.id(),
                        new Act(
                                "need." + event.verb(),
                                need.id(),
                                before == null ? null : before.name(),
                                need.status().name(),
                                by.onBehalfOf(),
                                by.delegation())));
    }

    /** Leaves a need as it was, whatever was done to it in memory: a refusal may come half-way. */
    public void leave(Need need) {
        needs.getEntityManager().detach(need);
    }
}
