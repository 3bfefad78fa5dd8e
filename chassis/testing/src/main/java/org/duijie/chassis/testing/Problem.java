package org.duijie.chassis.testing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.specification.ResponseSpecification;

/** What a refusal has to look like. */
public final class Problem {

    private Problem() {}

    /** @param slug last segment of the problem's type, such as {@code need-not-found} */
    public static ResponseSpecification problem(int status, String slug) {
        return problemBuilder(status, slug).build();
    }

    /** The same, naming at least this place. */
    public static ResponseSpecification problemAt(int status, String slug, String pointer) {
        return problemBuilder(status, slug)
                .expectBody("errors.pointer", hasItem(pointer))
                .build();
    }

    private static ResponseSpecBuilder problemBuilder(int status, String slug) {
        return new ResponseSpecBuilder()
                .expectStatusCode(status)
                .expectContentType("application/problem+json")
                .expectBody("type", equalTo("/problems/" + slug))
                .expectBody("status", equalTo(status))
                .expectBody("instance", startsWith("urn:uuid:"));
    }
}
