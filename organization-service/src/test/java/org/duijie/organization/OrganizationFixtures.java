package org.duijie.organization;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.duijie.chassis.testing.openapi.Answer;
import org.duijie.chassis.testing.openapi.ApiContract;
import org.duijie.chassis.testing.openapi.Call;
import org.duijie.chassis.testing.openapi.Caller;
import org.duijie.chassis.testing.openapi.Callers;
import org.duijie.chassis.testing.openapi.Callers.Party;
import org.duijie.chassis.testing.openapi.ChassisFixtures;
import org.duijie.chassis.testing.openapi.Fixtures;
import org.duijie.chassis.testing.openapi.ServiceUnderTest;
import org.duijie.chassis.testing.openapi.Wire;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.organization.reservation.ProposalPublisher;
import org.duijie.organization.reservation.ProposalPublisher.Proposal;

/** How each operation of this service is called so that it works. */
final class OrganizationFixtures {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REGISTRAR = "130700";
    private static final String COUNTY = "130722";
    private static final String PATCH = "application/merge-patch+json";
    private static final String REASON = "{\"reason\":\"经查不再符合条件\"}";

    /** Codes for which the own side acts: the first is registered, the others wait to be. */
    private static final int CODES = 12;

    private final LocalDate today = LocalDate.now(BusinessDay.ZONE);
    private final List<String> codes =
            Stream.generate(OrganizationFixtures::creditCode).limit(CODES).toList();
    private final ApiContract contract = ApiContract.read();
    private final Wire wire = Wire.to(RestAssured.port);
    private final Callers callers =
            Callers.of(new Party(COUNTY, REGISTRAR, codes), new Party("510723", "510700", creditCode("510700")));
    private int registered;
    private int descriptions;

    private OrganizationFixtures() {}

    static ServiceUnderTest service(DataSource database) {
        OrganizationFixtures made = new OrganizationFixtures();
        return new ServiceUnderTest(made.contract, made.fixtures(database), made.callers, made.wire);
    }

    private Fixtures fixtures(DataSource database) {
        String own = verified(nextCode());
        String offer = opened(own);
        String reserved = reserved(offer, codes.getFirst());
        return ChassisFixtures.fixtures(database)
                .on("listOrganizations", owner -> Call.bare().query("limit", 5))
                .on("getOrganization", owner -> Call.of("id", own))
                .on("getOrganizationEligibility", owner -> Call.of("id", own).query("on", today))
                .on("registerOrganization", owner -> registration(actsForAll(owner) ? creditCode() : nextCode()))
                .on("amendOrganization", owner -> any(own).body(
                                "{\"description\":\"支持山区小学的图书室，第" + ++descriptions + "期。\"}")
                        .contentType(PATCH))
                .on("verifyOrganization", owner -> any(registered(creditCode())))
                .on("suspendOrganization", owner -> any(verified(creditCode())).body(REASON))
                .on("reinstateOrganization", owner -> any(suspended()))
                .on("deregisterOrganization", owner -> any(verified(creditCode())))
                .on("stateOrganizationStanding", owner -> any(verified(creditCode()))
                        .body(standing()))
                .on("listOffers", owner -> Call.bare().query("limit", 5))
                .on("exportOffers", owner -> Call.bare())
                .on("followOffers", owner -> Call.bare().query("limit", 5))
                .on("exportOrganizations", owner -> Call.bare())
                .on("followOrganizations", owner -> Call.bare().query("limit", 5))
                .on("getOffer", owner -> Call.of("id", offer))
                .on("openOffer", owner -> Call.json(offer(own)))
                .on(
                        "amendOffer",
                        owner -> any(opened(own)).body("{\"title\":\"山区小学图书\"}").contentType(PATCH))
                .on("withdrawOffer", owner -> any(opened(own)).body(REASON))
                .on("putOfferByReference", owner -> put(own))
                .on("getOfferByReference", owner -> reference(owner, own))
                .on("listReservations", owner -> Call.bare().query("limit", 5))
                .on("getReservation", owner -> Call.of("id", reserved))
                .on("listDelegations", owner -> Call.bare().query("limit", 5))
                .on("grantDelegation", owner -> Call.json(delegation(owner, "platform-" + UUID.randomUUID())))
                .on("getDelegation", owner -> Call.of("id", granted(owner)))
                .on("revokeDelegation", owner -> any(granted(owner)).body(REASON));
    }

    // ---- organizations

    private static boolean actsForAll(Caller owner) {
        return owner.role().equals("LEADING_GROUP");
    }

    private String nextCode() {
        return codes.get(Math.min(registered++, CODES - 1));
    }

    private static Call registration(String code) {
        return Call.json("{\"creditCode\":\"" + code + "\",\"name\":\"样例云杉教育基金会\",\"description\":\"支持山区小学。\"}");
    }

    private String registered(String code) {
        return require(act("registerOrganization", registration(code)));
    }

    private String verified(String code) {
        String id = registered(code);
        require(act("verifyOrganization", any(id)));
        return id;
    }

    private String suspended() {
        String id = verified(creditCode());
        require(act("suspendOrganization", any(id).body(REASON)));
        return id;
    }

    private static String standing() {
        return """
                {"rating":{"grade":"AAAA","validFrom":"2016-01-01","validUntil":"2020-12-31"},
                 "inspections":[{"year":2017,"result":"PASSED"}],
                 "abnormalListings":[{"from":"2018-01-05","until":"2018-07-09","reason":"未按时报送年报"}],
                 "blacklistings":[]}""";
    }

    // ---- offers

    private String offer(String organization) {
        return """
                {"organizationId":"%s","title":"山区小学图书与教师培训","summary":"捐赠课外读物。",
                 "items":[{"kind":"GOODS","resourceCode":"GOODS.BOOKS","description":"小学课外读物","quantity":"2000",
                           "unit":"册","value":{"amount":"40000.00","currency":"CNY"}}],
                 "smallestCommitment":{"amount":"10000.00","currency":"CNY"},
                 "largestCommitment":{"amount":"40000.00","currency":"CNY"},
                 "fields":["EDUCATION"],"divisions":["130000"],"excludedDivisions":["130706"],
                 "modes":["CAPACITY_BUILDING"],"participationRoles":["PROJECTS"],
                 "validFrom":"%s","validUntil":"%s"}""".formatted(organization, today, today.plusDays(90));
    }

    private String opened(String organization) {
        return require(act("openOffer", Call.json(offer(organization))));
    }

    private String reserved(String offer, String creditCode) {
        Proposal proposal = Proposal.of(offer, creditCode, 10);
        try (ProposalPublisher matching = new ProposalPublisher()) {
            matching.accepted(proposal, 2);
        }
        Awaitility.await().until(() -> wire.send(
                        contract.operation("getReservation"),
                        Call.of("id", proposal.id()),
                        callers.leadingGroup().token())
                .succeeded());
        return proposal.id().toString();
    }

    private Call put(String organization) {
        return Call.of("reference", UUID.randomUUID()).body("{\"offer\":" + offer(organization) + "}");
    }

    private Call reference(Caller owner, String organization) {
        Call put = put(organization);
        require(wire.send(contract.operation("putOfferByReference"), put, owner.token()));
        return Call.of("reference", put.path().get("reference"));
    }

    // ---- delegations

    /** A county has needs to delegate, an organization offers. */
    private String delegation(Caller owner, String platform) {
        boolean organization = owner.role().equals("ORGANIZATION");
        return delegation(
                organization ? "creditCode" : "divisionCode",
                organization ? codes.getFirst() : COUNTY,
                organization ? "OFFERS" : "NEEDS",
                platform);
    }

    private String delegation(String kind, String principal, String matter, String platform) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("principal").put(kind, principal);
        body.put("platform", platform)
                .put("validUntil", today.plusDays(30).toString())
                .put("reason", "委托平台代为填报")
                .putArray("matters")
                .add(matter);
        return body.toString();
    }

    private String granted(Caller owner) {
        String body = owner.role().equals("PARTNER_PLATFORM")
                ? delegation("creditCode", creditCode(), "OFFERS", owner.subject())
                : delegation(owner, "platform-" + UUID.randomUUID());
        return require(act("grantDelegation", Call.json(body)));
    }

    // ---- calls

    private static Call any(String id) {
        return Call.of("id", id).header("If-Match", "*");
    }

    private Answer act(String operation, Call call) {
        return wire.send(
                contract.operation(operation), call, callers.leadingGroup().token());
    }

    /** The id of what an answer shows. */
    private static String require(Answer answer) {
        if (!answer.succeeded()) {
            throw new AssertionError("A fixture does not work: " + answer);
        }
        return answer.json().path("id").asText();
    }

    private static String creditCode() {
        return creditCode(REGISTRAR);
    }

    /** A foundation's code that nobody has yet, with the check character of GB 32100. */
    private static String creditCode(String registrar) {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        StringBuilder code = new StringBuilder("53").append(registrar);
        ThreadLocalRandom.current().ints(9, 0, alphabet.length()).forEach(i -> code.append(alphabet.charAt(i)));
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < code.length(); i++) {
            sum += alphabet.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code.append(alphabet.charAt((31 - sum % 31) % 31)).toString();
    }
}
