package org.duijie.matching.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.matching.replica.ProjectState;
import org.jspecify.annotations.Nullable;

/** Projects in the database, the newest version of each. They are not held in memory: few ask for few of them. */
@ApplicationScoped
public class ProjectRepository {

    private final DataSource database;
    private final ObjectMapper json;

    @Inject
    ProjectRepository(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Those of these projects that have been heard of, by id. */
    public Map<UUID, ProjectState> find(Collection<UUID> ids) {
        return read("select fact::text from project_replica where id = any (?)", ids);
    }

    /** One that is to be changed; nobody else changes it until the transaction ends. */
    @Nullable
    ProjectState lock(UUID id) {
        return read("select fact::text from project_replica where id = any (?) for update", List.of(id))
                .get(id);
    }

    private Map<UUID, ProjectState> read(String query, Collection<UUID> ids) {
        Map<UUID, ProjectState> found = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(query)) {
            read.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    ProjectState project = json.readValue(rows.getString(1), ProjectState.class);
                    found.put(project.id(), project);
                }
            }
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("The projects could not be read", failed);
        }
        return found;
    }

    /** Keeps a state, unless a later one was kept meanwhile. */
    void put(ProjectState project) {
        try (Connection connection = database.getConnection();
                PreparedStatement write = connection.prepareStatement(
                        "insert into project_replica as known"
                                + " (id, version, fact) values (?, ?, ?::jsonb) on conflict (id) do update"
                                + " set version = excluded.version, fact = excluded.fact where known.version < excluded.version")) {
            write.setObject(1, project.id());
            write.setLong(2, project.version());
            write.setString(3, json.writeValueAsString(project));
            write.executeUpdate();
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("A project could not be written", failed);
        }
    }
}
