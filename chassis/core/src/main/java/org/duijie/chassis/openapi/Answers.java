package org.duijie.chassis.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Answers that an operation gives because of what stands before it. */
public final class Answers {

    private Answers() {}

    /** Adds an answer, unless the operation describes it itself. */
    public static void add(Operation operation, String status, String description) {
        if (operation.getResponses().getAPIResponse(status) == null) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }

    /** Adds one more reason for an answer. */
    public static void refuseAlso(Operation operation, String status, String problems) {
        APIResponse known = operation.getResponses().getAPIResponse(status);
        if (known == null) {
            add(operation, status, problems);
        } else {
            known.setDescription(known.getDescription() + ", " + problems);
        }
    }
}
