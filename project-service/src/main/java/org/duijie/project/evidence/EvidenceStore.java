package org.duijie.project.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** All files of evidence, each under the hash of what is kept. They are only ever added. */
@ApplicationScoped
public class EvidenceStore {

    /** What is known of a file without opening it. */
    record Named(String sha256, String mediaType, int bytes, String title, Instant at) {}

    /** A file and what it is. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only carried
    record Opened(String mediaType, byte[] content) {}

    private final DataSource database;

    @Inject
    EvidenceStore(DataSource database) {
        this.database = database;
    }

    /** Keeps a file; handed in again for the same project it is there already. */
    Named keep(UUID project, byte[] received, CleanFile file, String title, String by, Instant at) {
        byte[] sha256 = hash(file.content());
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into evidence_file (project_id, sha256, received_sha256, media_type, content, title, at, reported_by)
                        values (?, ?, ?, ?, ?, ?, ?::timestamptz, ?) on conflict do nothing
                        """)) {
            insert.setObject(1, project);
            insert.setBytes(2, sha256);
            insert.setBytes(3, hash(received));
            insert.setString(4, file.type().mediaType());
            insert.setBytes(5, file.content());
            insert.setString(6, title);
            insert.setString(7, at.toString());
            insert.setString(8, by);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("The evidence could not be kept", failed);
        }
        return list(project).stream()
                .filter(named -> named.sha256().equals(HexFormat.of().formatHex(sha256)))
                .findFirst()
                .orElseThrow();
    }

    /** Were all of these handed in for the project? */
    public boolean has(UUID project, Collection<String> names) {
        if (names.isEmpty()) {
            return true;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select count(*) from evidence_file
                        where project_id = ? and encode(sha256, 'hex') = any (?)
                        """)) {
            select.setObject(1, project);
            select.setArray(2, connection.createArrayOf("text", names.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1) == new HashSet<>(names).size();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The evidence could not be read", failed);
        }
    }

    /** Those that another project shows too, as they are kept or as they came. */
    public List<String> shared(UUID project) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select encode(sha256, 'hex') from evidence_file mine
                        where project_id = ?
                          and exists (select from evidence_file other
                                      where (other.sha256 = mine.sha256 or other.received_sha256 = mine.received_sha256)
                                        and other.project_id <> mine.project_id)
                        order by 1
                        """)) {
            select.setObject(1, project);
            try (ResultSet rows = select.executeQuery()) {
                List<String> shared = new ArrayList<>();
                while (rows.next()) {
                    shared.add(rows.getString(1));
                }
                return shared;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The evidence could not be read", failed);
        }
    }

    List<Named> list(UUID project) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select encode(sha256, 'hex'), media_type, length(content), title, at
                        from evidence_file where project_id = ? order by at, sha256
                        """)) {
            select.setObject(1, project);
            try (ResultSet rows = select.executeQuery()) {
                List<Named> named = new ArrayList<>();
                while (rows.next()) {
                    named.add(new Named(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getInt(3),
                            rows.getString(4),
                            rows.getTimestamp(5).toInstant()));
                }
                return named;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The evidence could not be read", failed);
        }
    }

    Optional<Opened> open(UUID project, String sha256) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select media_type, content from evidence_file where project_id = ? and sha256 = ?")) {
            select.setObject(1, project);
            select.setBytes(2, HexFormat.of().parseHex(sha256));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(new Opened(rows.getString(1), rows.getBytes(2))) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The evidence could not be read", failed);
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
