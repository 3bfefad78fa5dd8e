package org.duijie.matching.proposal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.database.Insert;
import org.jspecify.annotations.Nullable;

/** What happened to each proposal, in the order of its versions; rows are only ever added. */
@ApplicationScoped
class ProposalHistory {

    /** @param version that the change made */
    record Entry(long version, ProposalChange change) {}

    private static final Insert CHANGES = new Insert(
            "proposal_change",
            List.of(
                    "proposal_id uuid",
                    "version bigint",
                    "kind text",
                    "at timestamptz",
                    "side text",
                    "actor text",
                    "on_behalf_of text",
                    "delegation uuid",
                    "reason text",
                    "terms jsonb"));

    private final DataSource database;
    private final ObjectMapper json;

    @Inject
    ProposalHistory(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The rows of these events, for the transaction that made them; versions must be final. */
    Insert.Rows rows(Collection<ProposalEvent> events) {
        Insert.Rows rows = CHANGES.rows();
        for (ProposalEvent event : events) {
            ProposalChange change = event.change();
            Actor by = change.by();
            rows.add(
                    event.subject(),
                    event.version(),
                    change.kind(),
                    change.at(),
                    by == null ? null : by.side(),
                    by == null ? null : by.id(),
                    by == null ? null : by.onBehalfOf(),
                    by == null ? null : by.delegation(),
                    change.reason(),
                    write(change.terms()));
        }
        return rows;
    }

    /** The oldest first, after one of them. */
    List<Entry> of(UUID proposal, long afterVersion, int size) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select version, kind, at, side, actor, on_behalf_of, delegation, reason, terms::text as terms
                        from proposal_change
                        where proposal_id = ? and version > ?
                        order by version
                        limit ?
                        """)) {
            select.setObject(1, proposal);
            select.setLong(2, afterVersion);
            select.setInt(3, size);
            try (ResultSet rows = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(new Entry(rows.getLong("version"), change(rows)));
                }
                return entries;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The history could not be read", failed);
        }
    }

    private ProposalChange change(ResultSet row) throws SQLException {
        @Nullable String actor = row.getString("actor");
        return new ProposalChange(
                ProposalChange.Kind.valueOf(row.getString("kind")),
                row.getTimestamp("at").toInstant(),
                actor == null
                        ? null
                        : new Actor(
                                actor,
                                Side.valueOf(row.getString("side")),
                                row.getString("on_behalf_of"),
                                row.getObject("delegation", UUID.class)),
                row.getString("reason"),
                read(row.getString("terms")));
    }

    private @Nullable String write(@Nullable ProposalTerms terms) {
        try {
            return terms == null ? null : json.writeValueAsString(terms);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable ProposalTerms read(@Nullable String terms) {
        try {
            return terms == null ? null : json.readValue(terms, ProposalTerms.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
