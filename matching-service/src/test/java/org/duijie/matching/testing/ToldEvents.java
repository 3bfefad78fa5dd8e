package org.duijie.matching.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Tells a subscription events as an evaluation would: numbered on, with the counter moved in the same transaction. */
public final class ToldEvents {

    private static final String TELL = """
            with moved as (
                update subscription set last_number = last_number + ? where id = ? returning id, last_number)
            insert into match_event (subscription_id, number, type, at, need_id, need_title, division_code, offer_id,
                                     offer_title, score_ppm, reason_code, reason_zh, reason_en, cause_type, cause_time)
            select id, last_number - ? + n, ?, now(), gen_random_uuid(), '张北县小学图书室 ' || n, '130722',
                   gen_random_uuid(), '图书 5000 册', 731250, 'NEED_CHANGED', '需求已发布，开始匹配。',
                   'The need was published: it matches now.', 'org.duijie.need.published.v1', now()
              from moved, generate_series(1, ?) as n
            """;

    private ToldEvents() {}

    public static void tell(DataSource database, UUID subscription, int count) {
        tell(database, subscription, count, "MATCH_BEGAN");
    }

    /** One event of a need with this title. */
    public static void tellOf(DataSource database, UUID subscription, String title) {
        tell(database, subscription, 1);
        try (Connection connection = database.getConnection();
                PreparedStatement rename = connection.prepareStatement(
                        "update match_event set need_title = ? where subscription_id = ?")) {
            rename.setString(1, title);
            rename.setObject(2, subscription);
            rename.executeUpdate();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    public static void tell(DataSource database, UUID subscription, int count, String type) {
        try (Connection connection = database.getConnection();
                PreparedStatement tell = connection.prepareStatement(TELL)) {
            tell.setInt(1, count);
            tell.setObject(2, subscription);
            tell.setInt(3, count);
            tell.setString(4, type);
            tell.setInt(5, count);
            tell.executeUpdate();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
