package org.duijie.matching.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.chassis.testing.Problem.problemAt;
import static org.duijie.matching.proposal.ProposalScene.as;
import static org.duijie.matching.proposal.Side.COUNTY;
import static org.duijie.matching.proposal.Side.ORGANIZATION;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.chassis.testing.Tokens;
import org.duijie.matching.testing.FactPublisher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 督促: what the clock does where a side is silent, and the league table that comes of it. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class SilenceTest {

    private final FactPublisher facts;
    private final TestClock clock;
    private final ProposalSweepService sweep;
    private ProposalScene pair;

    @Inject
    SilenceTest(FactPublisher facts, TestClock clock, ProposalSweepService sweep) {
        this.facts = facts;
        this.clock = clock;
        this.sweep = sweep;
    }

    @BeforeEach
    void aMatch() {
        pair = ProposalScene.published(facts);
    }

    @Test
    void remindsEscalatesAndExpires() {
        UUID id = pair.proposed(ORGANIZATION);
        clock.inDays(2, sweep::sweep);
        pair.get(pair.bureau, id).body("reminders", equalTo(0));

        clock.inDays(3, sweep::sweep);
        clock.inDays(3, sweep::sweep);
        pair.get(pair.bureau, id).body("reminders", equalTo(1)).body("escalatedTo", nullValue());

        clock.inDays(7, sweep::sweep);
        pair.get(pair.bureau, id).body("reminders", equalTo(2)).body("escalatedTo", equalTo("130700"));

        clock.inDays(15, sweep::sweep);
        pair.get(pair.bureau, id)
                .body("status", equalTo("EXPIRED"))
                .body("closing.zh", equalTo("县级单位未在 " + pair.scene.today.plusDays(14) + " 前答复。"));
        as(Tokens.supervisor())
                .get("/proposals/{id}/changes", id)
                .then()
                .body("items.kind", contains("PROPOSED", "REMINDED", "ESCALATED", "REMINDED", "EXPIRED"));
    }

    @Test
    void theOfficeThatWasToldSeesTheProposal() {
        UUID id = pair.proposed(COUNTY);
        String registrar = Tokens.superiorOffice("110102");
        pair.get(registrar, id).spec(problem(404, "proposal-not-found"));

        clock.inDays(7, sweep::sweep);

        pair.get(registrar, id).statusCode(200).body("escalatedTo", equalTo("110102"));
        as(registrar).get("/proposals?need=" + pair.scene.needId).then().body("items.id", contains(id.toString()));
        pair.act(COUNTY, id, "withdrawal").statusCode(200);
    }

    @Test
    void ranksBureausByHowSoonTheyAnswer() {
        UUID quick = pair.proposed(ORGANIZATION);
        pair.act(COUNTY, quick, "refusal").statusCode(200);
        UUID ignored = pair.proposed(ORGANIZATION);
        clock.inDays(15, sweep::sweep);
        UUID waiting = pair.proposed(ORGANIZATION);
        clock.inDays(7, sweep::sweep);

        Map<String, Object> line = line(Tokens.countyBureau("130723"));
        assertThat(line).containsEntry("divisionName", "县130722").containsKeys("medianHours", "longestHours");
        assertThat((int) line.get("answered")).isPositive();
        assertThat((int) line.get("missed")).isPositive();
        assertThat((int) line.get("waiting")).isPositive();
        assertThat((int) line.get("escalations")).isPositive();
        pair.get(pair.bureau, ignored).body("status", equalTo("EXPIRED"));
        pair.act(ORGANIZATION, waiting, "withdrawal").statusCode(200);
    }

    @Test
    void theTableIsForThoseWhoSteerAndTheOffices() {
        pair.act(COUNTY, pair.proposed(ORGANIZATION), "refusal").statusCode(200);
        for (String reader :
                List.of(Tokens.leadingGroup(), Tokens.supervisor(), Tokens.superiorOffice("130700"), pair.bureau)) {
            assertThat(line(reader)).isNotEmpty();
        }
        as(pair.organization).get("/response-times").then().spec(problem(403, "access-forbidden"));
        as(Tokens.leadingGroup())
                .get("/response-times?division=510000")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        as(Tokens.leadingGroup())
                .get("/response-times?limit=201")
                .then()
                .spec(problemAt(400, "request-invalid", "?limit"));
        as(Tokens.leadingGroup()).get("/response-times?days=0").then().spec(problemAt(400, "request-invalid", "?days"));
        as(Tokens.leadingGroup())
                .get("/response-times?division=130700")
                .then()
                .body("items[0].rank", equalTo(1))
                .body("items.size()", greaterThan(0));
    }

    private static Map<String, Object> line(String token) {
        return as(token)
                .get("/response-times")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items.find { it.divisionCode == '130722' }");
    }
}
