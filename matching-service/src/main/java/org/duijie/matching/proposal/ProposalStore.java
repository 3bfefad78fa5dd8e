package org.duijie.matching.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.duijie.chassis.database.Insert;
import org.duijie.chassis.event.Outbox;

/**
 * Keeps proposals together with what happened to them: history, response times and the event for the rest of the suite
 * are written in the transaction of the change, or none of them.
 */
@ApplicationScoped
class ProposalStore {

    private final ProposalRepository proposals;
    private final ProposalHistory history;
    private final ResponseTimes times;
    private final Outbox outbox;
    private final DataSource database;

    @Inject
    ProposalStore(
            ProposalRepository proposals,
            ProposalHistory history,
            ResponseTimes times,
            Outbox outbox,
            DataSource database) {
        this.proposals = proposals;
        this.history = history;
        this.times = times;
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
            Insert.send(connection, history.rows(events), outbox.rows(events));
            for (ProposalEvent event : events) {
                times.note(connection, event);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The proposals could not be written", failed);
        }
    }
}
