package org.duijie.chassis.precondition;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Refusals of a change whose author may not know what it changes. */
public enum PreconditionProblem implements ProblemType {
    REQUIRED(
            428,
            Text.of("须说明所依据的版本", "Say which version you read"),
            Text.of(
                    "请先读取该资源，再以 If-Match 标头带上其 ETag。",
                    "Read the resource first, then send its ETag in the If-Match header.")),
    FAILED(
            412,
            Text.of("该资源已不是您读取的版本", "This is no longer the version you read"),
            Text.of("请重新读取，核对变动后再试。", "Read it again, look at what changed, then retry."));

    private final Refusal refusal;

    PreconditionProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
