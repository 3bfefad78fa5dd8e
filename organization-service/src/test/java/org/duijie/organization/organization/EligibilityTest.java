package org.duijie.organization.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.duijie.chassis.text.Text;
import org.junit.jupiter.api.Test;

class EligibilityTest {

    private static final List<StatusChange> VERIFIED =
            List.of(new StatusChange(OrganizationStatus.VERIFIED, LocalDate.parse("2015-01-01"), null));

    private static final Standing.Listing LATE_REPORT =
            new Standing.Listing(LocalDate.parse("2018-01-05"), LocalDate.parse("2018-07-09"), "未按时报送年报");
    private static final Standing.Listing TWO_YEARS =
            new Standing.Listing(LocalDate.parse("2018-06-01"), null, "列入活动异常名录满两年");

    @Test
    void isGivenWhereNothingStandsInTheWay() {
        Eligibility eligibility = Eligibility.of(VERIFIED, Standing.UNKNOWN, LocalDate.parse("2018-09-01"));

        assertThat(eligibility.eligible()).isTrue();
        assertThat(eligibility.obstacles()).isEmpty();
    }

    @Test
    void countsTheDayOfEntryAndNotTheDayOfRemoval() {
        assertThat(abnormalOn("2018-01-04")).isTrue();
        assertThat(abnormalOn("2018-01-05")).isFalse();
        assertThat(abnormalOn("2018-07-08")).isFalse();
        assertThat(abnormalOn("2018-07-09")).isTrue();
    }

    private static boolean abnormalOn(String day) {
        Standing standing = new Standing(null, List.of(), List.of(LATE_REPORT), List.of());
        return Eligibility.of(VERIFIED, standing, LocalDate.parse(day)).eligible();
    }

    @Test
    void namesEveryObstacleWithItsDaysAndASentence() {
        Standing standing = new Standing(null, List.of(), List.of(LATE_REPORT), List.of(TWO_YEARS));
        List<StatusChange> suspended = List.of(
                VERIFIED.getFirst(),
                new StatusChange(OrganizationStatus.SUSPENDED, LocalDate.parse("2018-05-01"), "配合检查"));

        Eligibility eligibility = Eligibility.of(suspended, standing, LocalDate.parse("2018-06-15"));

        assertThat(eligibility.eligible()).isFalse();
        assertThat(eligibility.obstacles())
                .extracting(Obstacle::code)
                .containsExactly(Obstacle.Code.SUSPENDED, Obstacle.Code.ABNORMAL, Obstacle.Code.BLACKLISTED);
        assertThat(eligibility.obstacles().get(1))
                .isEqualTo(new Obstacle(
                        Obstacle.Code.ABNORMAL,
                        LocalDate.parse("2018-01-05"),
                        LocalDate.parse("2018-07-09"),
                        Text.of(
                                "该组织自 2018-01-05 起列入活动异常名录，2018-07-09 解除：未按时报送年报。",
                                "The organization is on the list of abnormal activity since 2018-01-05,"
                                        + " until 2018-07-09: 未按时报送年报.")));
        assertThat(eligibility.obstacles().get(2).until()).isNull();
    }

    @Test
    void isRefusedBeforeTheRegistrationWithoutADayOfBeginning() {
        Obstacle obstacle = Eligibility.of(VERIFIED, Standing.UNKNOWN, LocalDate.parse("2014-12-31"))
                .obstacles()
                .getFirst();

        assertThat(obstacle.code()).isEqualTo(Obstacle.Code.UNVERIFIED);
        assertThat(obstacle.since()).isNull();
        assertThat(obstacle.until()).isEqualTo("2015-01-01");
        assertThat(obstacle.sentence())
                .isEqualTo(Text.of("该组织尚未核实，2015-01-01 解除。", "The organization is not verified, until 2015-01-01."));
    }
}
