package org.duijie.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a suite is to run.
 *
 * @param state the directory that keeps its data, secrets and logs
 * @param fresh whether to throw away what earlier runs left in that directory
 * @param sandbox whether it is one to try things in: it begins with nothing, says so in every answer, and leaves
 *     nothing but its logs
 * @param ports where it listens; null for ports that are free
 * @param secondMatching whether matching-service runs twice
 * @param jvmOptions of each service and of the gateway
 * @param environment added to that of each service and of the gateway
 * @param out where progress is told
 */
public record SuiteOptions(
        Checkout checkout,
        Path state,
        boolean fresh,
        boolean sandbox,
        @Nullable Ports ports,
        SecondMatching secondMatching,
        List<String> jvmOptions,
        Map<String, String> environment,
        PrintStream out) {

    private static final String JVM_OPTIONS_VARIABLE = "DUIJIE_JVM_OPTIONS";
    // A small heap and a quick start: four services, a broker and an identity provider share the machine.
    private static final String JVM_OPTIONS = "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    /**
     * On the standard ports, silent, with what earlier runs left. The environment variable
     * {@value #JVM_OPTIONS_VARIABLE} replaces the JVM options.
     */
    public static SuiteOptions of(Checkout checkout) {
        return new SuiteOptions(
                checkout,
                checkout.root().resolve(".duijie"),
                false,
                false,
                Ports.standard(),
                SecondMatching.NONE,
                Arrays.asList(System.getenv()
                        .getOrDefault(JVM_OPTIONS_VARIABLE, JVM_OPTIONS)
                        .strip()
                        .split("\\s+")),
                Map.of(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }

    public SuiteOptions in(Path state) {
        return new SuiteOptions(checkout, state, fresh, sandbox, ports, secondMatching, jvmOptions, environment, out);
    }

    /** One to try things in; its state lies within that of the suite that is kept. */
    public SuiteOptions asSandbox() {
        Path beside = state.resolve("sandbox");
        return new SuiteOptions(checkout, beside, true, true, ports, secondMatching, jvmOptions, environment, out);
    }

    public SuiteOptions fresh(boolean fresh) {
        return new SuiteOptions(checkout, state, fresh, sandbox, ports, secondMatching, jvmOptions, environment, out);
    }

    public SuiteOptions on(@Nullable Ports ports) {
        return new SuiteOptions(checkout, state, fresh, sandbox, ports, secondMatching, jvmOptions, environment, out);
    }

    public SuiteOptions onFreePorts() {
        return on(null);
    }

    public SuiteOptions secondMatching(SecondMatching secondMatching) {
        return new SuiteOptions(checkout, state, fresh, sandbox, ports, secondMatching, jvmOptions, environment, out);
    }

    public SuiteOptions jvmOptions(String... jvmOptions) {
        return new SuiteOptions(
                checkout, state, fresh, sandbox, ports, secondMatching, List.of(jvmOptions), environment, out);
    }

    public SuiteOptions environment(Map<String, String> environment) {
        return new SuiteOptions(checkout, state, fresh, sandbox, ports, secondMatching, jvmOptions, environment, out);
    }

    public SuiteOptions tellingTo(PrintStream out) {
        return new SuiteOptions(checkout, state, fresh, sandbox, ports, secondMatching, jvmOptions, environment, out);
    }
}
