package org.duijie.sample;

import java.util.concurrent.Callable;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.load.Loader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads the sample into a running suite. */
@Command(
        name = "load",
        description = "Load the sample through the gateway. A second run loads nothing twice.",
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli
    private CommandSpec spec;

    @Mixin
    private final GatewayOptions suite = new GatewayOptions();

    @Mixin
    private final SampleOptions sample = new SampleOptions();

    @Option(names = "--parallel", defaultValue = "8", description = "Requests under way at a time.")
    private int parallel;

    @Override
    public Integer call() {
        try (Gateway gateway = suite.open()) {
            Loader loader = new Loader(
                    gateway,
                    sample.data(),
                    sample.today(),
                    parallel,
                    spec.commandLine().getOut());
            return loader.load() ? 0 : 1;
        }
    }
}
