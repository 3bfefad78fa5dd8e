package org.duijie.gateway.route;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Refusals of a request's body on its way in; a body that is too large is the house's {@code request-too-large}. */
enum UploadProblem implements ProblemType {
    TOO_SLOW(
            408,
            Text.of("请求正文未及时收完", "The request body did not arrive in time"),
            Text.of("请检查网络，或拆成较小的请求后重发。", "Check the connection, or send it in smaller requests."));

    private final Refusal refusal;

    UploadProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}
