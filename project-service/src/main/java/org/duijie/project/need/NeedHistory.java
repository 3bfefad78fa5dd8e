package org.duijie.project.need;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.database.Insert;
import org.duijie.project.need.NeedChange.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The changes of every need, oldest first; rows are only ever added. Each is written in the transaction of its change,
 * whose number it bears: by that number the change feed knows what is committed.
 */
@ApplicationScoped
public class NeedHistory {

    /** A change and the version that it made. */
    record Entry(long version, NeedChange change) {}

    private static final TypeReference<List<FieldChange>> FIELDS = new TypeReference<>() {};

    private static final Insert CHANGES = new Insert(
            "need_change",
            List.of(
                    "need_id uuid",
                    "version bigint",
                    "kind text",
                    "at timestamptz",
                    "reason text",
                    "actor text",
                    "on_behalf_of text",
                    "delegation uuid",
                    "division_code text",
                    "told_public boolean",
                    "fields jsonb"));

    private final DataSource database;
    private final ObjectMapper json;

    @Inject
    NeedHistory(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What is new about these needs; to be asked for after they were flushed, so that their versions are final. */
    Insert.Rows rows(List<NeedEvent> events) {
        Insert.Rows rows = CHANGES.rows();
        events.forEach(event -> add(rows, event));
        return rows;
    }

    private void add(Insert.Rows rows, NeedEvent event) {
        NeedChange change = event.change();
        Actor by = change.by();
        rows.add(
                event.need().id(),
                event.need().version(),
                change.kind(),
                change.at(),
                change.reason(),
                by == null ? null : by.id(),
                by == null ? null : by.onBehalfOf(),
                by == null ? null : by.delegation(),
                event.need().terms().divisionCode(),
                change.toldPublic(),
                write(change.fields()));
    }

    /**
     * Changes of one need after a version.
     *
     * @param publicOnly those only that the public was told of since the last publication
     */
    List<Entry> of(UUID need, long afterVersion, boolean publicOnly, int size) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select version, kind, at, reason, actor, on_behalf_of, delegation, told_public,
                               fields::text as fields
                        from need_change
                        where need_id = ? and version > ?
                          and (not ? or told_public and version >= coalesce(
                              (select max(version) from need_change where need_id = ? and kind = 'PUBLISHED'), 0))
                        order by version
                        limit ?
                        """)) {
            select.setObject(1, need);
            select.setLong(2, afterVersion);
            select.setBoolean(3, publicOnly);
            select.setObject(4, need);
            select.setInt(5, size);
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

    private NeedChange change(ResultSet row) throws SQLException {
        @Nullable String actor = row.getString("actor");
        return new NeedChange(
                Kind.valueOf(row.getString("kind")),
                row.getTimestamp("at").toInstant(),
                row.getString("reason"),
                actor == null
                        ? null
                        : new Actor(actor, row.getString("on_behalf_of"), row.getObject("delegation", UUID.class)),
                read(row.getString("fields")),
                row.getBoolean("told_public"));
    }

    private String write(List<FieldChange> fields) {
        if (fields.isEmpty()) {
            return "[]";
        }
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<FieldChange> read(String fields) {
        try {
            return json.readValue(fields, FIELDS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
