package org.duijie.chassis.answer;

import org.jboss.resteasy.reactive.RestResponse;

/** The answer to a request that made something: 201, where it is from now on, and what it looks like. */
public final class Created {

    private Created() {}

    /** @param location path of the new resource, such as {@code /offers/01890a5d-…} */
    public static <T> RestResponse<T> at(String location, T made) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.CREATED)
                .header("Location", location)
                .entity(made)
                .build();
    }

    /** The same where the resource may have been there before: 200 then. */
    public static <T> RestResponse<T> orReplaced(boolean isNew, String location, T shown) {
        return isNew ? at(location, shown) : RestResponse.ok(shown);
    }
}
