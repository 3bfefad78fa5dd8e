package org.duijie.organization.offer;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

/** An offer of books that a verified organization has opened, for other features' tests. */
public record OpenedOffer(String id, String creditCode) {

    public static OpenedOffer withBooks(int quantity, LocalDate today) {
        Giver giver = Giver.verified();
        OfferBody body = OfferBody.anOffer(giver.id(), today)
                .with(
                        "items",
                        List.of(OfferBody.item("GOODS", "GOODS.BOOKS", Integer.toString(quantity), "册", "40000.00")));
        return new OpenedOffer(giver.opens(body), giver.creditCode());
    }

    public JsonNode get(String token) {
        try {
            return new JsonMapper()
                    .readTree(given().auth().oauth2(token).get("/offers/" + id).asString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
