package org.duijie.chassis.testing.rights;

import org.duijie.chassis.testing.openapi.Answer;

/** What comes of a call, as far as rights go. */
enum Outcome {
    /** It works. */
    ALLOWED,
    /** 401, with the scheme to sign in by. */
    UNAUTHENTICATED,
    /** 403. */
    FORBIDDEN,
    /** 404, in the words of the feature: as if it were not there. */
    HIDDEN,
    /** Anything else. */
    OTHER;

    static Outcome of(Answer answer) {
        String problem = answer.problem();
        return switch (answer.status()) {
            case 401 ->
                problem.equals("access-unauthenticated")
                                && answer.header("WWW-Authenticate").startsWith("Bearer")
                        ? UNAUTHENTICATED
                        : OTHER;
            case 403 -> problem.isEmpty() ? OTHER : FORBIDDEN;
            case 404 -> problem.endsWith("-not-found") && !problem.equals("request-route-not-found") ? HIDDEN : OTHER;
            default -> answer.succeeded() ? ALLOWED : OTHER;
        };
    }
}
