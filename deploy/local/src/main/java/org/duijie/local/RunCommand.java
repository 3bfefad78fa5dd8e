package org.duijie.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
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
            description = "Run a demo (line, the default, roles or circular), then stop.")
    private String demo = NO_DEMO;

    @Option(
            names = "--sample",
            paramLabel = "SIZE",
            defaultValue = "small",
            description = "Sample data to load once: small, a number of offers and needs up to 1000000, or " + NO_SAMPLE
                    + ". Default: ${DEFAULT-VALUE}.")
    private String sample = NO_SAMPLE;

    @Mixin
    private final ChosenSuite chosen = new ChosenSuite();

    @Option(names = "--fresh", description = "Throw away the data, accounts and secrets of earlier runs first.")
    private boolean fresh;

    @Option(
            names = "--two-matchings",
            description = "Run matching-service twice: the two share the work and take over from each other.")
    private boolean twoMatchings;

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
            new Welcome(suite, chosen.isSandbox()).print(LocalMain.OUT);
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
        SuiteOptions options = portChoice.applyTo(chosen.options()).tellingTo(LocalMain.OUT);
        SuiteOptions wanted = twoMatchings ? options.secondMatching(SecondMatching.STARTED) : options;
        return fresh ? wanted.fresh(true) : wanted;
    }
}
