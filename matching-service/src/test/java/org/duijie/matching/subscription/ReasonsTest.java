package org.duijie.matching.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.matching.replica.FactMother;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.OrganizationFact.Inspection;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.duijie.matching.replica.OrganizationFact.Rating;
import org.duijie.matching.testing.FactPublisher;
import org.duijie.matching.testing.Scene;
import org.duijie.matching.testing.Subscriber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever begins, changes or ends a match, the subscriber is told which fact changed, from what to what. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class ReasonsTest {

    private final Scene scene = new Scene();
    private final FactPublisher publisher;
    private final TestClock clock;
    private final Calendar calendar;
    private final AgroalDataSource database;

    @Inject
    ReasonsTest(FactPublisher publisher, TestClock clock, Calendar calendar, AgroalDataSource database) {
        this.publisher = publisher;
        this.clock = clock;
        this.calendar = calendar;
        this.database = database;
    }

    @BeforeEach
    void anOrganizationOffers() {
        publisher.publish("defined", FactMother.zhangbei());
        publisher.publish("verified", scene.organization(o -> {}));
        publisher.publish("opened", scene.offer(o -> {}));
    }

    /** The next test begins on its own day. */
    @AfterEach
    void theClockIsBack() {
        calendar.look();
    }

    @Test
    void aNeedThatMatchesOnlyAfterAnAmendmentComesWithWhatChanged() {
        Subscriber subscriber = Subscriber.subscribe(scene, Map.of());
        publisher.publish("published", scene.need(need -> {
            need.field = "HEALTH";
            need.items = List.of(new ItemFact(scene.resource, "册", 500_000, 500_000));
        }));
        assertThat(subscriber.events()).isEmpty();

        publisher.publish("amended", scene.need(need -> need.version = 2));

        JsonNode began = subscriber.last();
        assertThat(began.path("type").asText()).isEqualTo("MATCH_BEGAN");
        assertThat(began.path("reason").path("zh").asText())
                .startsWith("需求“乡村小学图书角”已修改（领域：健康 → 教育；物项：" + scene.resource + " 500 册 ¥5000.00 → " + scene.resource
                        + " 2000 册 ¥50000.00），开始匹配，得分 ");
        assertThat(began.path("reason").path("en").asText())
                .startsWith("The need \"乡村小学图书角\" was amended (field: health → education; items: ");
        JsonNode field = began.path("reason").path("changes").path(0);
        assertThat(field.path("member").asText()).isEqualTo("field");
        assertThat(field.path("from").path("en").asText()).isEqualTo("health");
        assertThat(field.path("to").path("zh").asText()).isEqualTo("教育");
        assertThat(began.path("cause").path("type").asText()).isEqualTo("org.duijie.need.amended.v1");
    }

    @Test
    void anOffersTermsAreToldFromWhatToWhat() {
        publisher.publish("published", scene.need(n -> {}));
        Subscriber subscriber = Subscriber.subscribe(scene, Map.of());

        publisher.publish("revised", scene.offer(offer -> {
            offer.version = 2;
            offer.smallestCommitmentFen = 9_000_000L;
            offer.fields = List.of("EDUCATION", "HEALTH");
        }));

        assertThat(subscriber.last().path("reason").path("zh").asText())
                .startsWith("资源“万册图书进乡村”已改写（最小承诺：10000.00 元 → 90000.00 元；服务领域：教育 → 教育、健康），不再匹配：");
    }

    @Test
    void aRatingThatLapsesAtMidnightIsToldAndNothingElseHappens() {
        LocalDate last = scene.today.plusDays(1);
        publisher.publish("standing-changed", scene.organization(organization -> {
            organization.version = 2;
            organization.rating = new Rating("AAAA", scene.today.minusYears(4), last);
            organization.inspections = List.of(new Inspection(scene.today.getYear() - 1, "PASSED"));
        }));
        publisher.publish("published", scene.need(n -> {}));
        Scene other = new Scene();
        publisher.publish("verified", other.organization(o -> {}));
        publisher.publish("opened", other.offer(o -> {}));
        publisher.publish("published", other.need(n -> {}));
        Subscriber all = Subscriber.subscribe(scene, Map.of());
        Subscriber best = Subscriber.subscribe(
                scene, Map.of("minimumScore", all.last().path("score").asText()));
        Subscriber untouched = Subscriber.subscribe(other, Map.of());

        clock.inDays(2, () -> {
            calendar.look();
            calendar.look();

            JsonNode changed = all.last();
            assertThat(all.types()).containsExactly("MATCH_BEGAN", "MATCH_CHANGED");
            assertThat(changed.path("reason").path("code").asText()).isEqualTo("DAY_BEGAN");
            assertThat(changed.path("reason").path("zh").asText()).startsWith("评估等级 4A 已于 " + last + " 到期，得分由 ");
            assertThat(changed.path("reason").path("en").asText())
                    .startsWith("The rating 4A lapsed on " + last + ": the score went from ");
            assertThat(changed.path("reason")
                            .path("changes")
                            .path(0)
                            .path("from")
                            .path("en")
                            .asText())
                    .isEqualTo("4A");
            assertThat(best.types()).containsExactly("MATCH_BEGAN", "MATCH_ENDED");
            assertThat(best.last().path("reason").path("zh").asText())
                    .startsWith("评估等级 4A 已于 " + last + " 到期，得分降至 ")
                    .endsWith("，低于订阅的下限。");
            assertThat(untouched.types()).containsExactly("MATCH_BEGAN");
        });
    }

    @Test
    void aListingThatBeginsTakesTheMatchesWithIt() {
        LocalDate first = scene.today.plusDays(2);
        publisher.publish("standing-changed", scene.organization(organization -> {
            organization.version = 2;
            organization.abnormalListings = List.of(new Listing(first, null));
        }));
        publisher.publish("published", scene.need(n -> {}));
        Subscriber subscriber = Subscriber.subscribe(scene, Map.of());

        clock.inDays(2, () -> {
            calendar.look();

            assertThat(subscriber.types()).containsExactly("MATCH_BEGAN", "MATCH_ENDED");
            assertThat(subscriber.last().path("reason").path("zh").asText())
                    .isEqualTo("组织自 " + first + " 起列入活动异常名录，不再匹配：这家组织在活动异常名录上。");
        });
    }

    @Test
    void aDeadlineThatDrawsNearIsToldOnceItMovesTheScore() {
        publisher.publish("published", scene.need(need -> need.deadline = scene.today.plusDays(32)));
        Subscriber subscriber = Subscriber.subscribe(scene, Map.of());

        clock.inDays(2, () -> {
            calendar.look();

            assertThat(subscriber.types()).containsExactly("MATCH_BEGAN", "MATCH_CHANGED");
            assertThat(subscriber.last().path("reason").path("zh").asText())
                    .startsWith("距需求的对接截止日 " + scene.today.plusDays(32) + " 由 90 天以内变为 30 天以内，得分由 ");
        });
    }

    @Test
    void anotherPolicyIsToldWithTheWeightsThatChanged() throws SQLException {
        publisher.publish("published", scene.need(n -> {}));
        Subscriber subscriber = Subscriber.subscribe(scene, Map.of());
        int version = 1_000 + Math.floorMod(UUID.randomUUID().hashCode(), 1_000_000);
        try {
            policy(version);
            calendar.look();

            JsonNode changed = subscriber.last();
            assertThat(changed.path("reason").path("code").asText()).isEqualTo("POLICY_CHANGED");
            assertThat(changed.path("reason").path("zh").asText())
                    .startsWith("匹配策略由第 1 版变为第 " + version + " 版（")
                    .contains("领域与资源契合度：20 → 0");
            assertThat(changed.path("reason")
                            .path("changes")
                            .path(0)
                            .path("member")
                            .asText())
                    .isEqualTo("FIELD_FIT");
        } finally {
            execute("update policy set in_force_from = '2999-01-01' where version = " + version);
            calendar.look();
        }
    }

    private void policy(int version) throws SQLException {
        execute("insert into policy (version, in_force_from, reason, weights) values (" + version
                + ", '2018-01-01T00:00:00+08:00', 'for a test', '{\"COVERAGE\": 50, \"NEARNESS\": 50}')");
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.executeUpdate();
        }
    }
}
