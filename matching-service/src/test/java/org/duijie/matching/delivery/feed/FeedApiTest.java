package org.duijie.matching.delivery.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Tokens.organization;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.StringReader;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.duijie.matching.testing.Scene;
import org.duijie.matching.testing.ToldEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A feed is the stream, read backwards: no number is left out, in either format. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class FeedApiTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String ORIGIN = "https://duijie.example";
    private static final int TOLD = 120;

    private final DataSource database;
    private final String creditCode = new Scene().creditCode;

    @Inject
    FeedApiTest(DataSource database) {
        this.database = database;
    }

    @Test
    void leadsFromTheNewestEntryToTheFirstInJson() {
        UUID subscription = told(TOLD);
        List<Long> numbers = new ArrayList<>();
        String next = "/subscriptions/" + subscription + "/feed";
        while (next != null) {
            JsonPath page = read(next, "application/feed+json")
                    .statusCode(200)
                    .contentType("application/feed+json")
                    .body("version", equalTo("https://jsonfeed.org/version/1.1"))
                    .body("feed_url", startsWith(ORIGIN))
                    .extract()
                    .jsonPath();
            numbers.addAll(page.getList("items._duijie.number", Long.class));
            next = inside(page.getString("next_url"));
        }
        assertThat(numbers).isEqualTo(fromNewest());
    }

    @Test
    void leadsFromTheNewestEntryToTheFirstInAtom() throws Exception {
        UUID subscription = told(TOLD);
        List<String> ids = new ArrayList<>();
        String next = "/subscriptions/" + subscription + "/feed";
        while (next != null) {
            Document page = document(read(next, "application/atom+xml"));
            NodeList entries = page.getElementsByTagNameNS(ATOM, "entry");
            IntStream.range(0, entries.getLength())
                    .mapToObj(i -> (Element) entries.item(i))
                    .forEach(entry -> {
                        ids.add(text(entry, "id"));
                        assertThat(text(entry, "title"))
                                .startsWith("开始匹配：张北县小学图书室")
                                .contains(" × ");
                        assertThat(OffsetDateTime.parse(text(entry, "updated"))).isNotNull();
                    });
            assertThat(text(page.getDocumentElement(), "id"))
                    .isEqualTo("tag:duijie.org,2026:subscriptions/" + subscription);
            next = inside(link(page, "next"));
        }
        String id = "tag:duijie.org,2026:subscriptions/" + subscription + "/events/";
        assertThat(ids)
                .isEqualTo(fromNewest().stream().map(number -> id + number).toList());
    }

    @Test
    void saysTheSameInBothFormatsAndInTheLanguageAskedFor() throws Exception {
        UUID subscription = told(1);
        String path = "/subscriptions/" + subscription + "/feed";
        JsonPath json = given().auth()
                .oauth2(organization(creditCode))
                .header("Accept-Language", "en")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Document atom = document(given().auth()
                .oauth2(organization(creditCode))
                .header("Accept-Language", "en")
                .accept("application/atom+xml")
                .get(path)
                .then());
        Element entry = (Element) atom.getElementsByTagNameNS(ATOM, "entry").item(0);
        assertThat(json.getString("items[0].title")).startsWith("Matches now: ").isEqualTo(text(entry, "title"));
        assertThat(json.getString("items[0].content_text"))
                .startsWith("The need was published")
                .isEqualTo(text(entry, "content"));
        assertThat(json.getString("items[0].id")).isEqualTo(text(entry, "id"));
    }

    @Test
    void writesInXmlWhatXmlKeepsForItself() throws Exception {
        UUID subscription = told(0);
        ToldEvents.tellOf(database, subscription, "<b>&amp; \"图书\" ]]>");
        Document atom = document(read("/subscriptions/" + subscription + "/feed", "application/atom+xml"));
        assertThat(text((Element) atom.getElementsByTagNameNS(ATOM, "entry").item(0), "title"))
                .contains("<b>&amp; \"图书\" ]]>");
    }

    @Test
    void isEmptyBeforeAnythingIsTold() throws Exception {
        UUID subscription = told(0);
        read("/subscriptions/" + subscription + "/feed", "application/feed+json")
                .statusCode(200)
                .body("items.size()", equalTo(0));
        assertThat(document(read("/subscriptions/" + subscription + "/feed", "application/atom+xml"))
                        .getElementsByTagNameNS(ATOM, "entry")
                        .getLength())
                .isZero();
    }

    @Test
    void hidesAnotherOrganizationsFeed() {
        UUID subscription = told(1);
        for (String type : List.of("application/feed+json", "application/atom+xml")) {
            given().auth()
                    .oauth2(Tokens.organization(new Scene().creditCode))
                    .accept(type)
                    .get("/subscriptions/{id}/feed", subscription)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/subscription-not-found"));
        }
    }

    @Test
    void refusesAPlaceThatIsNone() {
        UUID subscription = told(1);
        read("/subscriptions/" + subscription + "/feed?before=0&limit=201", "application/feed+json")
                .statusCode(400)
                .body("errors.pointer", hasItems("?before", "?limit"));
    }

    private UUID told(int count) {
        String id = given().auth()
                .oauth2(organization(creditCode))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("organization", creditCode, "name", "全部"))
                .post("/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        UUID subscription = UUID.fromString(id);
        if (count > 0) {
            ToldEvents.tell(database, subscription, count);
        }
        return subscription;
    }

    /** As the gateway asks. */
    private ValidatableResponse read(String path, String type) {
        return given().auth()
                .oauth2(organization(creditCode))
                .header("X-Forwarded-Host", "duijie.example")
                .header("X-Forwarded-Proto", "https")
                .accept(type)
                .get(URI.create(io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port + path))
                .then();
    }

    private static @Nullable String inside(@Nullable String address) {
        if (address == null || address.isEmpty()) {
            return null;
        }
        assertThat(address).startsWith(ORIGIN);
        return address.substring(ORIGIN.length());
    }

    private static List<Long> fromNewest() {
        return LongStream.range(0, TOLD).map(i -> TOLD - i).boxed().toList();
    }

    private static Document document(ValidatableResponse answer) throws Exception {
        String body = answer.statusCode(200)
                .contentType("application/atom+xml")
                .extract()
                .body()
                .asString();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(body)));
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }

    private static @Nullable String link(Document page, String relation) {
        NodeList links = page.getElementsByTagNameNS(ATOM, "link");
        return IntStream.range(0, links.getLength())
                .mapToObj(i -> (Element) links.item(i))
                .filter(link -> link.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href"))
                .findFirst()
                .orElse(null);
    }
}
