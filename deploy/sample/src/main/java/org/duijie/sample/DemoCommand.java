package org.duijie.sample;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.duijie.sample.data.SampleData;
import org.duijie.sample.data.SampleSize;
import org.duijie.sample.demo.CircularWalk;
import org.duijie.sample.demo.LineWalk;
import org.duijie.sample.demo.NotSeenException;
import org.duijie.sample.demo.RolesWalk;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.RefusedException;
import org.duijie.sample.http.UnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Walks the running suite and tells what is seen. */
@Command(
        name = "demo",
        description = "Walk the suite over HTTP as its actors. Ends with 0 only if everything was really seen.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    /** The walks there are. */
    enum Walk {
        line,
        roles,
        circular
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli
    private CommandSpec spec;

    @Mixin
    private final GatewayOptions suite = new GatewayOptions();

    @Parameters(
            defaultValue = "line",
            description = "line: from a need to its match. roles: each does its part, and not another's."
                    + " circular: the table of the circular of 2018, from what is recorded.")
    private Walk walk = Walk.line;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        try (Gateway gateway = suite.open()) {
            switch (walk) {
                case line -> new LineWalk(gateway, today, out).walk();
                case roles -> new RolesWalk(gateway, today, out).walk();
                case circular ->
                    new CircularWalk(gateway, new SampleData(SampleSize.SMALL, today, false), today, out).walk();
            }
            return 0;
        } catch (NotSeenException | RefusedException | UnavailableException failure) {
            out.println("  ✗ " + failure.getMessage());
            return 1;
        }
    }
}
