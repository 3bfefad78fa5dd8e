package org.duijie.matching.delivery.sending;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.time.Ids;

/** Sends a test message to an endpoint, whatever its state, and tells at once what came of it. */
@Singleton
class Trial {

    private final DataSource database;
    private final ClaimRepository claims;
    private final OutcomeRepository outcomes;
    private final Sender sender;
    private final Messages messages;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    Trial(
            DataSource database,
            ClaimRepository claims,
            OutcomeRepository outcomes,
            Sender sender,
            Messages messages,
            InstantSource clock,
            Ids ids) {
        this.database = database;
        this.claims = claims;
        this.outcomes = outcomes;
        this.sender = sender;
        this.messages = messages;
        this.clock = clock;
        this.ids = ids;
    }

    AttemptResponse of(UUID endpoint) {
        UUID id = ids.next();
        Attempt attempt = sender.send(claims.target(endpoint), messages.test(id, endpoint, clock.instant()), 1);
        try (Connection connection = database.getConnection()) {
            outcomes.log(connection, List.of(new OutcomeRepository.Logged(endpoint, attempt)));
        } catch (SQLException failed) {
            throw new IllegalStateException("The attempt could not be written", failed);
        }
        return AttemptResponse.of(id, attempt);
    }
}
