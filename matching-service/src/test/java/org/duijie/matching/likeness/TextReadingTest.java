package org.duijie.matching.likeness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.duijie.matching.replica.FactMother;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.Replica;
import org.duijie.matching.replica.Reread;
import org.duijie.matching.testing.FactPublisher;
import org.duijie.matching.testing.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what is published to what is known of its meaning, with the real model, table and stream. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class TextReadingTest {

    private static final String FACTOR = "factors.find { it.factor == 'TEXT_LIKENESS' }.";

    private final Scene scene = new Scene();
    private final FactPublisher publisher;
    private final LikenessService likeness;
    private final TextReader reader;
    private final Replica replica;
    private final TextVectorRepository rows;

    @Inject
    TextReadingTest(
            FactPublisher publisher,
            LikenessService likeness,
            TextReader reader,
            Replica replica,
            TextVectorRepository rows) {
        this.publisher = publisher;
        this.likeness = likeness;
        this.reader = reader;
        this.replica = replica;
        this.rows = rows;
    }

    /** Titles of their own: what other tests say stays unread, and what they expect stays true. */
    @BeforeEach
    void somethingIsSaid() {
        publisher.publish("defined", FactMother.zhangbei());
        publisher.publish("verified", scene.organization(o -> {}));
        publisher.publish("opened", scene.offer(offer -> offer.title = "为山里孩子捐赠课外书 " + scene.creditCode));
        publisher.publish("published", scene.need(need -> need.title = "乡村小学盼建图书角 " + scene.creditCode));
    }

    @Test
    void anExplanationNamesTheFactorAsAbsentUntilTheTextsAreRead() {
        // As good as the same words: the letters of the code make others more or less alike by chance.
        publisher.publish("amended", amended("为山里孩子募集课外书 " + scene.creditCode, 2));
        explanation()
                .body(FACTOR + "present", equalTo(false))
                .body(FACTOR + "value", equalTo(null))
                .body(FACTOR + "sentence.zh", equalTo("文字尚未读取。"))
                .body("versions.textModel", equalTo(null));

        reader.read(List.of(need().text(), offer().text()));

        JsonPath read = explanation()
                .body(FACTOR + "present", equalTo(true))
                .body("versions.textModel", equalTo(TextModel.NAME))
                .extract()
                .jsonPath();
        assertThat(read.getString(FACTOR + "value")).isGreaterThan("0.5");
        assertThat(read.getString(FACTOR + "contribution")).isGreaterThan("0.05");
        assertThat(read.getString(FACTOR + "sentence.zh")).startsWith("文字相近度 ");
    }

    @Test
    void subscribersAreToldOfTheScoreThatReadingChanged() {
        // Nothing alike, so that the score moves by more than what is told, whatever the letters of the code add.
        publisher.publish("amended", amended("食用菌大棚建设 " + scene.creditCode, 2));
        String subscription = subscribe();

        reader.read(List.of(need().text(), offer().text()));

        given().auth()
                .oauth2(Tokens.organization(scene.creditCode))
                .get("/subscriptions/{id}/events", subscription)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[1].type", equalTo("MATCH_CHANGED"))
                .body("items[1].reason.code", equalTo("TEXT_READ"))
                .body("items[1].cause.type", equalTo("text.read"));
    }

    @Test
    void theSameWordsAreKnownAtOnceOtherWordsAreNot() {
        reader.read(List.of(need().text(), offer().text()));

        publisher.publish("amended", amended("乡村小学盼建图书角 " + scene.creditCode, 2));
        explanation().body(FACTOR + "present", equalTo(true)).body("versions.need", equalTo(2));

        publisher.publish("amended", amended("乡村小学盼建操场 " + scene.creditCode, 3));
        explanation().body(FACTOR + "present", equalTo(false));
        assertThat(likeness.unread(Integer.MAX_VALUE)).contains(need().text());
    }

    @Test
    void whatWasReadIsReadFromTheTableAfterAStart() {
        reader.read(List.of(need().text()));
        byte[] before = Objects.requireNonNull(likeness.current().of(need())).toBytes();

        replica.inTurn(() -> QuarkusTransaction.requiringNew().run(() -> likeness.read(new Reread())));

        assertThat(Objects.requireNonNull(likeness.current().of(need())).toBytes())
                .isEqualTo(before);
        assertThat(likeness.current().of(offer())).isNull();
        assertThat(likeness.unread(Integer.MAX_VALUE)).contains(offer().text()).doesNotContain(need().text());
    }

    /** Of two instances that read the same text on different processors, one must be right for both. */
    @Test
    void whatAnotherInstanceHasReadBeforeHolds() {
        TextVector theirs = TextVector.ofBytes(new byte[TextVector.DIMENSIONS]);
        QuarkusTransaction.requiringNew().run(() -> rows.keep(TextModel.NAME, Map.of(need().text(), theirs)));

        reader.read(List.of(need().text()));

        assertThat(Objects.requireNonNull(likeness.current().of(need())).toBytes())
                .isEqualTo(theirs.toBytes());
    }

    @Test
    void nothingIsKnownWhereReadingIsSwitchedOff() {
        LikenessService off = new LikenessService(rows, replica, null, null, new LikenessConfig() {
            @Override
            public boolean enabled() {
                return false;
            }

            @Override
            public String every() {
                return "off";
            }
        });
        off.read(new Reread());

        assertThat(off.current()).isSameAs(Likeness.NONE);
        assertThat(off.current().model()).isNull();
        assertThat(off.unread(Integer.MAX_VALUE)).isEmpty();
    }

    private NeedFact need() {
        return Objects.requireNonNull(replica.facts().need(scene.needId));
    }

    private OfferFact offer() {
        return Objects.requireNonNull(replica.facts().offer(scene.offerId));
    }

    private NeedFact amended(String title, long version) {
        return scene.need(need -> {
            need.title = title;
            need.version = version;
        });
    }

    private ValidatableResponse explanation() {
        return given().auth()
                .oauth2(Tokens.organization(scene.creditCode))
                .get("/explanations?need={need}&offer={offer}", scene.needId, scene.offerId)
                .then()
                .statusCode(200);
    }

    private String subscribe() {
        return given().auth()
                .oauth2(Tokens.organization(scene.creditCode))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("organization", scene.creditCode, "name", "试订阅"))
                .post("/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
