package org.duijie.matching.delivery.digest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.duijie.chassis.testing.Tokens.organization;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.matching.testing.Receiver;
import org.duijie.matching.testing.Scene;
import org.duijie.matching.testing.ToldEvents;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is mailed to a real SMTP server: in order, at least once, and nothing left out. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class DigestTest {

    private static final Pattern CODE = Pattern.compile("\\b[2-9A-HJ-NP-Z]{10}\\b");
    private static final Pattern NUMBER = Pattern.compile("#(\\d+) ");

    private final DataSource database;
    private final DigestDispatcher dispatcher;
    private final DigestClaims claims;
    private final TestClock clock;
    private final String creditCode = new Scene().creditCode;
    private final String address = "digest-" + creditCode.toLowerCase(java.util.Locale.ROOT) + "@example.org";
    private final GreenMail server = new GreenMail(new ServerSetup(
            ConfigProvider.getConfig().getValue("quarkus.mailer.port", Integer.class),
            "127.0.0.1",
            ServerSetup.PROTOCOL_SMTP));

    @Inject
    DigestTest(DataSource database, DigestDispatcher dispatcher, DigestClaims claims, TestClock clock) {
        this.database = database;
        this.dispatcher = dispatcher;
        this.claims = claims;
        this.clock = clock;
    }

    @BeforeEach
    void listen() {
        server.start();
    }

    @AfterEach
    void forget() {
        server.stop();
        sql("delete from digest where organization = ?", creditCode);
    }

    @Test
    void asksTheAddressBeforeItMailsAnything() throws Exception {
        UUID subscription = subscribe();
        String id = make(Rhythm.INSTANT).statusCode(201).extract().path("id");
        ToldEvents.tell(database, subscription, 1);

        mail();
        mail();

        assertThat(mails()).hasSize(1);
        assertThat(mails().getFirst().getSubject()).isEqualTo("对接：请确认收件地址");
        confirm(id, "2222222222").statusCode(422).body("type", equalTo("/problems/digest-code-wrong"));
        confirm(id, code()).statusCode(200).body("status", equalTo("ACTIVE"));
        confirm(id, code()).statusCode(200).body("version", equalTo(1));

        mail();

        assertThat(mails()).hasSize(2);
        assertThat(numbers(mails().getLast())).containsExactly(1L);
    }

    @Test
    void asksEachOfManyAddressesOnce() {
        for (int i = 0; i < 60; i++) {
            make(Rhythm.WEEKLY).statusCode(201);
        }
        mail();
        mail();
        assertThat(mails()).hasSize(60);
    }

    @Test
    void losesNoneOfFiveHundredMatches() throws Exception {
        UUID subscription = subscribe();
        confirmed(Rhythm.INSTANT);
        ToldEvents.tell(database, subscription, 500);

        mail();

        MimeMessage digest = mails().getLast();
        assertThat(digest.getSubject()).isEqualTo("对接：500 条动态");
        List<Long> all = LongStream.rangeClosed(1, 500).boxed().toList();
        assertThat(numbers(digest)).isEqualTo(all);
        assertThat(found(part(digest, "text/html"))).isEqualTo(all);
        Files.writeString(Path.of("target", "digest.html"), part(digest, "text/html"));
        mail();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void countsAndLinksWhatDoesNotFit() throws Exception {
        UUID first = subscribe();
        UUID second = subscribe();
        confirmed(Rhythm.INSTANT);
        ToldEvents.tell(database, first, 30);
        ToldEvents.tell(database, second, 600);

        mail();

        MimeMessage digest = mails().getLast();
        assertThat(digest.getSubject()).isEqualTo("对接：630 条动态");
        assertThat(numbers(digest))
                .isEqualTo(Stream.of(LongStream.rangeClosed(1, 30), LongStream.rangeClosed(1, 470))
                        .flatMap(LongStream::boxed)
                        .toList());
        for (String type : List.of("text/plain", "text/html")) {
            assertThat(part(digest, type))
                    .contains("第 471 至 600 号共 130 条")
                    .contains("/subscriptions/" + second + "/events?after=470")
                    .doesNotContain("/subscriptions/" + first + "/events");
        }
    }

    @Test
    void waitsForTheMorningAndMailsNothingWhereNothingWasTold() throws Exception {
        UUID subscription = subscribe();
        confirmed(Rhythm.DAILY);
        ToldEvents.tell(database, subscription, 3);

        mail();
        assertThat(mails()).hasSize(1);
        clock.inDays(1, this::mail);
        assertThat(mails()).hasSize(2);
        assertThat(numbers(mails().getLast())).containsExactly(1L, 2L, 3L);
        clock.inDays(2, this::mail);
        assertThat(mails()).hasSize(2);
        ToldEvents.tell(database, subscription, 1);
        clock.inDays(2, this::mail);
        assertThat(mails()).as("it is not its hour again").hasSize(2);
        clock.inDays(3, this::mail);
        assertThat(numbers(mails().getLast())).containsExactly(4L);
    }

    @Test
    void keepsWhatTheServerDidNotTake() throws Exception {
        UUID subscription = subscribe();
        String id = confirmed(Rhythm.INSTANT);
        ToldEvents.tell(database, subscription, 2);

        server.stop();
        mail();
        read(id).body("lastFault", containsString("refused")).body("status", equalTo("ACTIVE"));
        ToldEvents.tell(database, subscription, 1);
        server.start();
        mail();
        assertThat(mails()).as("it rests after a failure").isEmpty();
        rested(id);
        mail();

        assertThat(numbers(mails().getLast())).containsExactly(1L, 2L, 3L);
        read(id).body("lastFault", nullValue());
    }

    @Test
    void givesUpAfterThreeDays() throws SQLException {
        UUID subscription = subscribe();
        String id = confirmed(Rhythm.INSTANT);
        ToldEvents.tell(database, subscription, 1);
        server.stop();
        mail();
        sql("update digest set failing_since = now() - interval '3 days 1 minute' where id = ?", UUID.fromString(id));
        rested(id);
        mail();
        read(id).body("status", equalTo("DISABLED"));
    }

    @Test
    void mailsWhatAKilledInstanceHadClaimed() throws Exception {
        UUID subscription = subscribe();
        String id = confirmed(Rhythm.INSTANT);
        ToldEvents.tell(database, subscription, 2);

        assertThat(claims.next(clock.instant()))
                .hasValueSatisfying(claimed -> assertThat(claimed.id()).hasToString(id));
        mail();
        assertThat(mails()).as("another has it").hasSize(1);
        rested(id);
        mail();

        assertThat(numbers(mails().getLast())).containsExactly(1L, 2L);
    }

    @Test
    void isMailedOnceByInstancesSideBySide() throws Exception {
        UUID subscription = subscribe();
        confirmed(Rhythm.INSTANT);
        ToldEvents.tell(database, subscription, 5);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Void> instance = () -> {
                dispatcher.mailWhatIsDue();
                return null;
            };
            for (var done : threads.invokeAll(List.of(instance, instance, instance))) {
                done.get();
            }
        }

        assertThat(mails()).hasSize(2);
        assertThat(numbers(mails().getLast())).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void tellsAtOnceThatAnEndpointWasDisabled() throws Exception {
        UUID subscription = subscribe();
        confirmed(Rhythm.WEEKLY);
        try (Receiver receiver = new Receiver()) {
            receiver.answerWith(410);
            asOwner()
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .body(Map.of("organization", creditCode, "url", receiver.url()))
                    .post("/webhook-endpoints")
                    .then()
                    .statusCode(201);
            ToldEvents.tell(database, subscription, 1);
            await().until(
                            () -> asOwner()
                                    .get("/webhook-endpoints/notices")
                                    .jsonPath()
                                    .getList("items")
                                    .size(),
                            equalTo(1));

            mail();

            assertThat(mails()).hasSize(2);
            assertThat(part(mails().getLast(), "text/plain")).contains("端点已停用").contains(receiver.url());
            assertThat(numbers(mails().getLast()))
                    .as("it is not the events' hour")
                    .isEmpty();
            mail();
            assertThat(mails()).hasSize(2);
        }
    }

    @Test
    void takesOneAddressAndNothingElse() {
        for (String hostile : List.of(
                "a@example.org, b@example.org",
                "a@example.org\r\nBcc: b@example.org",
                "Name <a@example.org>",
                "\"a b\"@example.org",
                "a@[127.0.0.1]",
                "a@localhost",
                "a..b@example.org",
                "@example.org")) {
            make(hostile, Rhythm.DAILY).statusCode(400).body("errors[0].pointer", equalTo("#/address"));
        }
    }

    private String confirmed(Rhythm rhythm) {
        String id = make(rhythm).statusCode(201).extract().path("id");
        mail();
        try {
            confirm(id, code()).statusCode(200);
        } catch (MessagingException | IOException failed) {
            throw new AssertionError(failed);
        }
        return id;
    }

    private void mail() {
        try {
            dispatcher.mailWhatIsDue();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private List<MimeMessage> mails() {
        return List.of(server.getReceivedMessagesForDomain(address));
    }

    private String code() throws MessagingException, IOException {
        String text = part(mails().getFirst(), "text/plain");
        return CODE.matcher(text)
                .results()
                .map(MatchResult::group)
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private static List<Long> numbers(MimeMessage mail) throws MessagingException, IOException {
        return found(part(mail, "text/plain"));
    }

    private static List<Long> found(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(number -> Long.parseLong(number.group(1)))
                .toList();
    }

    private static String part(MimeMessage mail, String type) throws MessagingException, IOException {
        return part(mail.getContent(), mail.getContentType(), type).orElseThrow();
    }

    private static java.util.Optional<String> part(Object content, String contentType, String type)
            throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                var found = part(part.getContent(), part.getContentType(), type);
                if (found.isPresent()) {
                    return found;
                }
            }
            return java.util.Optional.empty();
        }
        return contentType.startsWith(type)
                ? java.util.Optional.of(content.toString().replace("\r\n", "\n"))
                : java.util.Optional.empty();
    }

    private RequestSpecification asOwner() {
        return given().auth().oauth2(organization(creditCode));
    }

    private UUID subscribe() {
        String id = asOwner()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("organization", creditCode, "name", "张家口教育需求"))
                .post("/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    private ValidatableResponse make(Rhythm rhythm) {
        return make(address, rhythm);
    }

    private ValidatableResponse make(String to, Rhythm rhythm) {
        Map<String, Object> body = new HashMap<>();
        body.put("organization", creditCode);
        body.put("address", to);
        body.put("rhythm", rhythm.name());
        return asOwner()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/digests")
                .then();
    }

    private ValidatableResponse confirm(String id, String code) {
        return asOwner()
                .contentType(ContentType.JSON)
                .body(Map.of("code", code))
                .post("/digests/{id}/confirmation", id)
                .then();
    }

    private ValidatableResponse read(String id) {
        return asOwner().get("/digests/{id}", id).then().statusCode(200);
    }

    /** Its lease, or its rest after a failure, is over. */
    private void rested(String id) {
        sql("update digest set rests_until = '-infinity' where id = ?", UUID.fromString(id));
    }

    private void sql(String statement, Object value) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setObject(1, value);
            prepared.executeUpdate();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
