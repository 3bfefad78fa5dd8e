package org.duijie.project.eligibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.duijie.chassis.event.IncomingEvent;

/** The newest state of every organization that was told of. */
@ApplicationScoped
public class EligibilityStore {

    private final DataSource database;
    private final ObjectMapper json;

    @Inject
    EligibilityStore(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Takes an organization's state, unless a newer one is known.
     *
     * @return what is known now
     */
    public Eligibility take(IncomingEvent event) {
        Eligibility told = event.as(OrganizationMessage.class).eligibility();
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into known_organization (credit_code, version, state) values (?, ?, ?::jsonb)
                        on conflict (credit_code) do update set version = excluded.version, state = excluded.state
                            where known_organization.version < excluded.version
                        """)) {
            upsert.setString(1, told.creditCode());
            upsert.setLong(2, told.version());
            upsert.setString(3, json.writeValueAsString(told));
            upsert.executeUpdate();
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("The organization could not be kept", failed);
        }
        return of(told.creditCode()).orElse(told);
    }

    /** Empty where nothing is known of it. */
    public Optional<Eligibility> of(String creditCode) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select state from known_organization where credit_code = ?")) {
            select.setString(1, creditCode);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(json.readValue(rows.getString(1), Eligibility.class))
                        : Optional.empty();
            }
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("The organization could not be read", failed);
        }
    }
}
