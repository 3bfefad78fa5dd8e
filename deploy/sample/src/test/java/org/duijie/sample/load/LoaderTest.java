package org.duijie.sample.load;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Map;
import org.duijie.sample.FakeSuite;
import org.duijie.sample.data.SampleData;
import org.duijie.sample.data.SampleSize;
import org.duijie.sample.http.Gateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final FakeSuite suite = new FakeSuite();
    private final StringWriter told = new StringWriter();

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void loadsTheWholeSampleAndNothingTwice() {
        assertThat(load()).isTrue();
        assertWhole();
        assertThat(told.toString())
                .contains("DIRECT_AID")
                .contains("0.37")
                .contains("2.84")
                .contains("1.25")
                .contains("4.46");

        assertThat(load()).isTrue();
        assertWhole();
        assertThat(told.toString()).contains("unpublished needs 12/12 · 新 new 0");
        assertThat(suite.all("need-imports")).hasSize(1);
    }

    @Test
    void losesAndDoublesNothingWhenAnswersAreLost() {
        suite.trouble(3);

        assertThat(load()).isTrue();

        assertThat(suite.lostAnswers()).isPositive();
        assertWhole();
    }

    private void assertWhole() {
        assertThat(suite.all("organizations")).hasSize(240);
        assertThat(suite.all("offers")).hasSize(500);
        assertThat(suite.all("delegations"))
                .as("of the poor counties and three organizations")
                .hasSize(65);
        assertThat(suite.all("needs").stream()
                        .collect(groupingBy(need -> need.path("status").asText(), counting())))
                .isEqualTo(Map.of("PUBLISHED", 403L, "DRAFT", 4L, "SUBMITTED", 4L, "RETURNED", 4L));
        assertThat(suite.statuses("organizations")).containsExactlyInAnyOrder("VERIFIED", "SUSPENDED");
        assertThat(suite.all("publishers"))
                .extracting(publisher -> publisher.path("trust").asText())
                .containsExactly("REVIEWED");
        assertThat(suite.all("organizations")).allMatch(organization -> organization.has("standing"));
    }

    private boolean load() {
        try (Gateway gateway = new Gateway(suite.address(), suite.credentials())) {
            SampleData data = new SampleData(SampleSize.SMALL, TODAY, false);
            return new Loader(gateway, data, TODAY, 8, new PrintWriter(told, true)).load();
        }
    }
}
