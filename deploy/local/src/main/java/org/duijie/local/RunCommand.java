package org.duijie.local;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Runs the suite until Ctrl-C, or until a demo has ended. */
@Command(
        name = "deploy/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Builds Duijie if needed, starts the whole suite on this machine, fills it with sample data,"
                + " and stops everything on Ctrl-C.")
final class RunCommand implements Callable<Integer> {
    private static final String NO_SAMPLE = "none";
    private static final String NO_DEMO = "";

    @Option(
            names = "--demo",
            paramLabel = "NAME",
            arity = "0..1",
            defaultValue = NO_DEMO,
            fallbackValue = "line",
            description = "Run a demo (line, the default, or roles), then stop.")
    private String demo = NO_DEMO;

    @Option(
            names = "--sample",
            paramLabel = "SIZE",
            defaultValue = "small",
            description = "Sample data to load once: small, a number of offers and needs up to 1000000, or " + NO_SAMPLE
                    + ". Default: ${DEFAULT-VALUE}.")
    private String sample = NO_SAMPLE;

    @Option(
            names = "--sandbox",
            description =
                    "Run one to try things in: it begins anew, every answer says so (Duijie-Environment: sandbox),"
                            + " and its data are thrown away at the end.")
    private boolean sandbox;

    @Option(names = "--fresh", description = "Throw away the data, accounts and secrets of earlier runs first.")
    private boolean fresh;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "Keep data, secrets and logs there. Default: .duijie in the repository, and .duijie/sandbox for a"
                            + " sandbox.")
    private @Nullable Path state;

    @ArgGroup
    private PortChoice portChoice = new PortChoice();

    private static final class PortChoice {
        @Option(names = "--port-offset", paramLabel = "N", description = "Add N to every port.")
        private int offset;

        @Option(names = "--free-ports", description = "Take ports that are free, whichever they are.")
        private boolean free;

        SuiteOptions applyTo(SuiteOptions options) {
            return free ? options.onFreePorts() : options.on(Ports.offset(offset));
        }
    }

    @Override
    public Integer call() {
        try (Suite suite = Suite.start(options())) {
            if (!sample.equals(NO_SAMPLE)) {
                suite.loadSample(sample);
            }
            if (!demo.equals(NO_DEMO)) {
                return demo(suite);
            }
            new Welcome(suite, sandbox).print(LocalMain.OUT);
            String crash = suite.crash().join();
            throw new StartFailure(crash + "Without it the suite is not whole: everything is stopped.");
        }
    }

    private int demo(Suite suite) {
        if (suite.demo(demo)) {
            return ExitCode.OK;
        }
        throw new StartFailure(suite.crash().getNow("The demo failed: see above, and the logs in " + suite.logs()));
    }

    private SuiteOptions options() {
        SuiteOptions kept = SuiteOptions.of(Checkout.here()).fresh(fresh);
        SuiteOptions options =
                portChoice.applyTo(sandbox ? kept.asSandbox() : kept).tellingTo(LocalMain.OUT);
        return state == null ? options : options.in(state);
    }
}
