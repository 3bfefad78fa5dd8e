package org.duijie.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which suite a command is about: the one that is kept, or its sandbox. */
final class ChosenSuite {
    @Option(
            names = "--sandbox",
            description =
                    "The one to try things in: it begins anew, every answer says so (Duijie-Environment: sandbox),"
                            + " and its data are thrown away at the end.")
    private boolean sandbox;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "Keep data, secrets and logs there, those of a sandbox in its folder sandbox. Default: .duijie"
                            + " in the repository.")
    private @Nullable Path state;

    boolean isSandbox() {
        return sandbox;
    }

    SuiteOptions options() {
        SuiteOptions usual = SuiteOptions.of(Checkout.here());
        SuiteOptions kept = state == null ? usual : usual.in(state);
        return sandbox ? kept.asSandbox() : kept;
    }
}
