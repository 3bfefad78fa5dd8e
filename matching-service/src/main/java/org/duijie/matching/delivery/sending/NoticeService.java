package org.duijie.matching.delivery.sending;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.text.Text;
import org.duijie.chassis.time.Ids;
import org.duijie.matching.delivery.endpoint.DisableReason;

/**
 * Gives endpoints up, and tells their owners: a notice that can be read at any time, and that is sent to the
 * organization's other endpoints and mailed to its addresses, since the one concerned takes nothing.
 */
@ApplicationScoped
public class NoticeService {

    private static final String FAILING = """
            select id from webhook_endpoint
             where status = 'ACTIVE' and failing_since < now() - interval '3 days' order by id limit 1000
            """;

    private static final String DISABLE = """
            update webhook_endpoint set status = 'DISABLED', status_reason = ?, version = version + 1
             where id = ? and status = 'ACTIVE'
            """;

    private static final String REST = """
            update webhook_channel set next_attempt_at = 'infinity', leased_until = '-infinity', claim = claim + 1
             where endpoint_id = ?
            """;

    private static final String TELL = """
            with made as (
                insert into webhook_notice (id, organization, endpoint_id, url, code, zh, en, at)
                select ?, organization, id, url, ?, ?, ?, now() from webhook_endpoint where id = ?
                returning id, organization, endpoint_id),
            mailed as (
                insert into digest_notice (digest_id, notice_id)
                select d.id, made.id from made join digest d on d.organization = made.organization and d.status = 'ACTIVE')
            select other.id, made.id from made join webhook_endpoint other
                on other.organization = made.organization and other.id <> made.endpoint_id and other.status = 'ACTIVE'
            """;

    private static final String SEND = """
            insert into webhook_message (id, endpoint_id, kind, notice_id, since, next_attempt_at)
            values (?, ?, 'NOTICE', ?, now(), now())
            """;

    private final DataSource database;
    private final Ids ids;

    @Inject
    NoticeService(DataSource database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** Gives up what has taken nothing for three days. */
    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void giveUpFailing() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (UUID endpoint : failing(connection)) {
                disable(connection, endpoint, DisableReason.FAILING);
            }
        }
    }

    private static List<UUID> failing(Connection connection) throws SQLException {
        List<UUID> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(FAILING);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(row.getObject(1, UUID.class));
            }
        }
        return found;
    }

    /** Sends nothing more to an endpoint until its owner resumes it; what happens meanwhile waits. */
    void disable(Connection connection, UUID endpoint, DisableReason reason) throws SQLException {
        try (PreparedStatement disable = connection.prepareStatement(DISABLE);
                PreparedStatement rest = connection.prepareStatement(REST)) {
            disable.setString(1, reason.name());
            disable.setObject(2, endpoint);
            if (disable.executeUpdate() == 0) {
                return;
            }
            rest.setObject(1, endpoint);
            rest.executeUpdate();
        }
        tell(
                connection,
                endpoint,
                "ENDPOINT_DISABLED",
                Text.of(
                        "端点已停用：" + reason.sentence().zh() + "期间的事件已保留，恢复后继续发送。",
                        "The endpoint was disabled: " + reason.sentence().en()
                                + " What happens meanwhile is kept, and sent when it is resumed."));
    }

    /** A message was tried as often as the schedule has it, and never taken. */
    void abandoned(Connection connection, MessageOutcome outcome) throws SQLException {
        ClaimedMessage message = outcome.message();
        if (message.kind() == Kind.EVENT) {
            tell(
                    connection,
                    message.target().endpoint(),
                    "MESSAGE_ABANDONED",
                    Text.of(
                            "订阅 " + message.subscription() + " 的第 " + message.number() + " 号事件多次发送未被接收，不再自动重试；可手动重新发送。",
                            "Event " + message.number() + " of subscription " + message.subscription()
                                    + " was never taken and is not tried any more; you may have it sent again."));
        }
    }

    private void tell(Connection connection, UUID endpoint, String code, Text what) throws SQLException {
        try (PreparedStatement tell = connection.prepareStatement(TELL);
                PreparedStatement send = connection.prepareStatement(SEND)) {
            tell.setObject(1, ids.next());
            tell.setString(2, code);
            tell.setString(3, what.zh());
            tell.setString(4, what.en());
            tell.setObject(5, endpoint);
            try (ResultSet row = tell.executeQuery()) {
                while (row.next()) {
                    send.setObject(1, ids.next());
                    send.setObject(2, row.getObject(1));
                    send.setObject(3, row.getObject(2));
                    send.addBatch();
                }
            }
            send.executeBatch();
        }
    }
}
