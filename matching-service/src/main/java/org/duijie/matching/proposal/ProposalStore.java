package org.duijie.matching.proposal;

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

/**
 * Keeps proposals together with what happened to them: history, response times, the audit and the event for the rest of
 * the suite are written in the transaction of the change, or none of them.
 */
@ApplicationScoped
class ProposalStore {

    private final ProposalRepository proposals;
    private final ProposalHistory history;
    private final ResponseTimes times;
    private final Audit audit;
    private final Outbox outbox;
    private final DataSource database;

    @Inject
    ProposalStore(
            ProposalRepository proposals,
            ProposalHistory history,
            ResponseTimes times,
            Audit audit,
            Outbox outbox,
            DataSource database) {
        this.proposals = proposals;
        this.history = history;
        this.times = times;
        this.audit = audit;
        this.outbox = outbox;
        this.database = database;
    }

    void store(Proposal changed) {
        store(List.of(changed));
    }

    /** Each of them changed at most once since it was read. */
    void store(Collection<Proposal> changed) {
        // Only then are their versions final.
        proposals.flush();
        List<ProposalEvent> events = changed.stream()
                .flatMap(proposal -> proposal.takeChanges().stream().map(change -> new ProposalEvent(proposal, change)))
                .toList();
        try (Connection connection = database.getConnection()) {
            Insert.send(
                    connection,
                    history.rows(events),
                    outbox.rows(events),
                    audit.rows(events.stream().flatMap(ProposalStore::deed).toList()));
            for (ProposalEvent event : events) {
                times.note(connection, event);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The proposals could not be written", failed);
        }
    }

    /** What the clock or another service brought about is nobody's act. */
    private static Stream<Audit.Deed> deed(ProposalEvent event) {
        Actor by = event.change().by();
        return by == null
                ? Stream.of()
                : Stream.of(new Audit.Deed(
                        by.id(),
                        new Act(
                                "proposal." + event.verb(),
                                event.subject(),
                                event.proposal().stood().map(Enum::name).orElse(null),
                                event.proposal().status().name(),
                                by.onBehalfOf(),
                                by.delegation())));
    }
}
