package org.duijie.chassis.testing.rights;

import java.util.Optional;
import org.duijie.chassis.testing.openapi.Answer;
import org.duijie.chassis.testing.openapi.ApiOperation;
import org.duijie.chassis.testing.openapi.Caller;

/**
 * One cell of the matrix, tried.
 *
 * @param changed whether anything in the database is another than before
 */
record Cell(ApiOperation operation, Caller caller, Outcome declared, Answer answer, boolean changed) {

    /** What is wrong with it, if anything. */
    Optional<String> fault() {
        Outcome seen = Outcome.of(answer);
        if (seen != declared) {
            return Optional.of(operation + " by " + caller + ": declared " + declared + ", but " + answer);
        }
        if (changed && declared != Outcome.ALLOWED) {
            return Optional.of(operation + " by " + caller + " was refused, and changed the database all the same");
        }
        return Optional.empty();
    }
}
