package org.duijie.project.publishing;

import java.util.UUID;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.project.need.Need;
import org.jspecify.annotations.Nullable;

/**
 * What became of one {@link NeedPut}.
 *
 * @param need absent where it was refused
 * @param refusal present where it was refused; nothing of it was taken then
 */
public record PutOutcome(
        Kind kind, @Nullable Need need, @Nullable ProblemException refusal) {

    /** What it did. */
    public enum Kind {
        CREATED,
        REPLACED,
        UNCHANGED,
        REFUSED
    }

    public @Nullable UUID needId() {
        return need == null ? null : need.id();
    }

    static PutOutcome refused(ProblemException refusal) {
        return new PutOutcome(Kind.REFUSED, null, refusal);
    }
}
