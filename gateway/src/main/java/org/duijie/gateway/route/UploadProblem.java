package org.duijie.gateway.route;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Refusals of a request's body on its way in; a body that is too large is the house's {@code request-too-large}. */
enum UploadProblem implements ProblemType {
    TOO_SLOW(
            408,
            Text.of("请求正文未及时收完", "The request body did not arrive in time"),
            Text.of("请检查网络，或拆成较小的请求后重发。", "Check the connection, or send it in smaller requests."));

    private final int status;
    private final Text title;
    private final Text mend;

    UploadProblem(int status, Text title, Text mend) {
        this.status = status;
        this.title = title;
        this.mend = mend;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }

    @Override
    public Text mend() {
        return mend;
    }
}
