package org.duijie.project.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.project.need.Writer;
import org.jspecify.annotations.Nullable;

/** Every statement about jobs. Not mapped by Hibernate: a job is counters and blobs, without behaviour of its own. */
@Singleton
class ImportRepository {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource database;

    @Inject
    ImportRepository(DataSource database) {
        this.database = database;
    }

    void insert(ImportJob job, Upload upload) {
        execute("""
                insert into need_import (id, owner, writer, status, sha256, lines, chunks, created_at, advanced_at)
                values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)
                """, insert -> {
            insert.setObject(1, job.id());
            insert.setString(2, job.writer().id());
            insert.setString(3, JSON.writeValueAsString(job.writer()));
            insert.setString(4, job.status().name());
            insert.setString(5, job.sha256());
            insert.setInt(6, job.lines());
            insert.setInt(7, job.chunks());
            insert.setTimestamp(8, Timestamp.from(job.createdAt()));
            insert.setTimestamp(9, Timestamp.from(job.advancedAt()));
            return insert.executeUpdate();
        });
        String chunks =
                "insert into need_import_chunk (import_id, number, first_line, lines, upload) values (?, ?, ?, ?, ?)";
        execute(chunks, insert -> {
            for (Chunk chunk : upload) {
                insert.setObject(1, job.id());
                insert.setInt(2, chunk.number());
                insert.setInt(3, chunk.firstLine());
                insert.setInt(4, chunk.lines());
                insert.setBytes(5, chunk.upload());
                insert.executeUpdate();
            }
            return upload.chunks();
        });
    }

    /** The caller's own, or any where the owner is left open. */
    Optional<ImportJob> find(UUID id, @Nullable String owner) {
        return execute("select * from need_import where id = ? and (?::text is null or owner = ?)", select -> {
            select.setObject(1, id);
            select.setString(2, owner);
            select.setString(3, owner);
            return first(select);
        });
    }

    List<ImportJob> newestFirst(@Nullable String owner, Optional<UUID> before, int size) {
        return execute("""
                select * from need_import
                where (?::text is null or owner = ?) and (?::uuid is null or id < ?)
                order by id desc limit ?
                """, select -> {
            select.setString(1, owner);
            select.setString(2, owner);
            select.setObject(3, before.orElse(null));
            select.setObject(4, before.orElse(null));
            select.setInt(5, size);
            return all(select);
        });
    }

    /** Takes hold of the job that waited longest, until the transaction ends; of several instances each gets another. */
    Optional<ImportJob> lockNext() {
        return execute("""
                select * from need_import where status in ('QUEUED', 'RUNNING')
                order by advanced_at limit 1 for update skip locked
                """, ImportRepository::first);
    }

    /** A chunk that was not taken yet. */
    Optional<Chunk> chunk(UUID job, int number) {
        return execute("""
                select number, first_line, lines, upload from need_import_chunk
                where import_id = ? and number = ? and upload is not null
                """, select -> {
            select.setObject(1, job);
            select.setInt(2, number);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Chunk(row.getInt(1), row.getInt(2), row.getInt(3), row.getBytes(4)))
                        : Optional.empty();
            }
        });
    }

    /** Keeps what became of a chunk and forgets what was sent. */
    void advance(ImportJob job, Chunk chunk, List<LineReport> reports, Instant now) {
        ImportJob.Counts counts = ImportJob.Counts.of(reports);
        execute("""
                update need_import_chunk
                set upload = null, report = ?, taken = ?, unchanged = ?, refused = ?
                where import_id = ? and number = ?
                """, update -> {
            update.setBytes(1, LineReports.zip(reports));
            update.setInt(2, counts.taken());
            update.setInt(3, counts.unchanged());
            update.setInt(4, counts.refused());
            update.setObject(5, job.id());
            update.setInt(6, chunk.number());
            return update.executeUpdate();
        });
        boolean last = chunk.number() + 1 == job.chunks();
        execute("""
                update need_import
                set status = ?, next_chunk = ?, advanced_at = ?, finished_at = ?,
                    created = created + ?, replaced = replaced + ?, unchanged = unchanged + ?, refused = refused + ?
                where id = ?
                """, update -> {
            update.setString(1, (last ? ImportJob.Status.SUCCEEDED : ImportJob.Status.RUNNING).name());
            update.setInt(2, chunk.number() + 1);
            update.setTimestamp(3, Timestamp.from(now));
            update.setTimestamp(4, last ? Timestamp.from(now) : null);
            update.setInt(5, counts.created());
            update.setInt(6, counts.replaced());
            update.setInt(7, counts.unchanged());
            update.setInt(8, counts.refused());
            update.setObject(9, job.id());
            return update.executeUpdate();
        });
    }

    /** Counts a failure of the next chunk; gives how many there were. */
    int countFailure(ImportJob job) {
        return execute("""
                update need_import_chunk set failures = failures + 1 where import_id = ? and number = ? returning failures
                """, update -> {
            update.setObject(1, job.id());
            update.setInt(2, job.nextChunk());
            try (ResultSet row = update.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        });
    }

    /** Lets a job wait its turn again. */
    void postpone(ImportJob job, Instant now) {
        execute("update need_import set advanced_at = ? where id = ?", update -> {
            update.setTimestamp(1, Timestamp.from(now));
            update.setObject(2, job.id());
            return update.executeUpdate();
        });
    }

    void fail(ImportJob job, Instant now) {
        execute("update need_import set status = 'FAILED', finished_at = ? where id = ?", update -> {
            update.setTimestamp(1, Timestamp.from(now));
            update.setObject(2, job.id());
            return update.executeUpdate();
        });
        execute("update need_import_chunk set upload = null where import_id = ?", update -> {
            update.setObject(1, job.id());
            return update.executeUpdate();
        });
    }

    /** The reports of the chunks that end after a line and hold such an outcome; at most {@code chunks} of them. */
    List<LineReport> reports(UUID job, int afterLine, LineReport.@Nullable Outcome outcome, int chunks) {
        String holding = outcome == null
                ? "true"
                : switch (outcome) {
                    case CREATED, REPLACED -> "taken > 0";
                    case UNCHANGED -> "unchanged > 0";
                    case REFUSED -> "refused > 0";
                };
        return execute("""
                select report from need_import_chunk
                where import_id = ? and first_line + lines - 1 > ? and report is not null and """ + " " + holding + " order by number limit ?", select -> {
            select.setObject(1, job);
            select.setInt(2, afterLine);
            select.setInt(3, chunks);
            List<LineReport> reports = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reports.addAll(LineReports.unzip(rows.getBytes(1)));
                }
            }
            return reports;
        });
    }

    int forget(Instant before) {
        return execute("delete from need_import where finished_at < ?", delete -> {
            delete.setTimestamp(1, Timestamp.from(before));
            return delete.executeUpdate();
        });
    }

    private static Optional<ImportJob> first(PreparedStatement select) throws SQLException, JsonProcessingException {
        return all(select).stream().findFirst();
    }

    private static List<ImportJob> all(PreparedStatement select) throws SQLException, JsonProcessingException {
        List<ImportJob> jobs = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Timestamp finishedAt = row.getTimestamp("finished_at");
                jobs.add(new ImportJob(
                        row.getObject("id", UUID.class),
                        JSON.readValue(row.getString("writer"), Writer.class),
                        ImportJob.Status.valueOf(row.getString("status")),
                        row.getString("sha256"),
                        row.getInt("lines"),
                        row.getInt("chunks"),
                        row.getInt("next_chunk"),
                        new ImportJob.Counts(
                                row.getInt("created"),
                                row.getInt("replaced"),
                                row.getInt("unchanged"),
                                row.getInt("refused")),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("advanced_at").toInstant(),
                        finishedAt == null ? null : finishedAt.toInstant()));
            }
        }
        return jobs;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException, JsonProcessingException;
    }

    private <T> T execute(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("The table of imports could not be used", failed);
        }
    }
}
