package org.duijie.matching.testing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.specification.ResponseSpecification;

/** The shape that every refusal has. */
public final class Problem {

    private Problem() {}

    /** @param slug last segment of the problem's type, such as {@code match-need-not-found} */
    public static ResponseSpecification problem(int status, String slug) {
        return shape(status, slug).build();
    }

    /** The same, naming at least this place. */
    public static ResponseSpecification problemAt(String pointer) {
        return shape(400, "request-invalid")
                .expectBody("errors.pointer", hasItem(pointer))
                .build();
    }

    private static ResponseSpecBuilder shape(int status, String slug) {
        return new ResponseSpecBuilder()
                .expectStatusCode(status)
                .expectContentType("application/problem+json")
                .expectBody("type", equalTo("/problems/" + slug))
                .expectBody("instance", startsWith("urn:uuid:"));
    }
}
