package org.duijie.project.quality;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.text.Text;
import org.duijie.project.need.NeedTerms;

/**
 * Finds needs that are asked twice, by the likeness of their trigrams (pg_trgm). Within a county a similar title is
 * enough; elsewhere the same title is common ("乡村小学图书角"), so that the summary must be nearly the same, too.
 */
@Singleton
class SimilarNeeds {

    private static final int MOST_SHOWN = 5;
    private static final String TITLE_LIKENESS = "0.6";
    private static final String SUMMARY_LIKENESS = "0.8";

    private static final Text RULE_IN_COUNTY = Text.of(
            "同县在审或已公布、标题相似度 ≥ " + TITLE_LIKENESS + "（pg_trgm）",
            "in the same county, submitted or published, likeness of titles ≥ " + TITLE_LIKENESS + " (pg_trgm)");
    private static final Text RULE_ELSEWHERE = Text.of(
            "他县已公布、标题相似度 ≥ " + TITLE_LIKENESS + " 且说明相似度 ≥ " + SUMMARY_LIKENESS + "（pg_trgm）",
            "in another county, published, likeness of titles ≥ " + TITLE_LIKENESS + " and of summaries ≥ "
                    + SUMMARY_LIKENESS + " (pg_trgm)");
    private static final String SOURCE = "本平台规则";

    private final DataSource database;

    @Inject
    SimilarNeeds(DataSource database) {
        this.database = database;
    }

    /** @param id of the need itself, which resembles nothing more */
    List<Hint> hints(UUID id, NeedTerms terms) {
        try (Connection connection = database.getConnection()) {
            setThreshold(connection);
            try (PreparedStatement select =
                    connection.prepareStatement("""
                    select id, title, division_name, division_code = ? as in_county
                    from need
                    where status in ('SUBMITTED', 'PUBLISHED') and title % ? and id <> ?
                      and (division_code = ?
                           or status = 'PUBLISHED' and similarity(summary, ?) >= """ + " " + SUMMARY_LIKENESS + """
                     )
                    order by in_county desc, similarity(title, ?) desc, id
                    limit """ + " " + MOST_SHOWN)) {
                select.setString(1, terms.divisionCode());
                select.setString(2, terms.title());
                select.setObject(3, id);
                select.setString(4, terms.divisionCode());
                select.setString(5, terms.summary());
                select.setString(6, terms.title());
                return read(select);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("Similar needs could not be looked for", failed);
        }
    }

    /** The operator {@code %}, which alone can use the index, compares with this setting. */
    private static void setThreshold(Connection connection) throws SQLException {
        try (Statement set = connection.createStatement()) {
            set.execute("set pg_trgm.similarity_threshold = " + TITLE_LIKENESS);
        }
    }

    private static List<Hint> read(PreparedStatement select) throws SQLException {
        List<Hint> hints = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String title = rows.getString("title");
                String county = rows.getString("division_name");
                UUID other = rows.getObject("id", UUID.class);
                boolean inCounty = rows.getBoolean("in_county");
                hints.add(new Hint(
                        inCounty ? "similar-need-in-county" : "similar-need-elsewhere",
                        inCounty ? Hint.Severity.WARNING : Hint.Severity.ADVICE,
                        "#/title",
                        Text.of(
                                "与%s的需求“%s”（%s）相似，可能重复填报。".formatted(county, title, other),
                                "Resembles the need \"%s\" of %s (%s): perhaps asked twice."
                                        .formatted(title, county, other)),
                        inCounty ? RULE_IN_COUNTY : RULE_ELSEWHERE,
                        SOURCE));
            }
        }
        return hints;
    }
}
