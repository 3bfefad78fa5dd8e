package org.duijie.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.duijie.chassis.embedded.Directories;
import org.duijie.local.Checkout;
import org.duijie.local.SecondMatching;
import org.duijie.local.Suite;
import org.duijie.local.SuiteOptions;

/** The suite of one benchmark: fresh, on free ports, its data thrown away afterwards. */
public final class BenchSuite {
    private static final String HEAP = "-Xmx384m";

    private BenchSuite() {}

    /** What is done with the suite while it runs. */
    @FunctionalInterface
    public interface Measurement {
        BenchmarkResult of(Suite suite) throws IOException, SQLException;
    }

    /** As {@code deploy/run} starts it: small heaps and the first compiler only. */
    public static BenchmarkResult asRun(Measurement measurement) {
        return run(options(), measurement);
    }

    /** With all compilers, as in production, and without a limit that one client could reach. */
    public static BenchmarkResult atFullSpeed(Measurement measurement) {
        return atFullSpeed(HEAP, measurement);
    }

    /** The same with so much heap for each. */
    public static BenchmarkResult atFullSpeed(String heap, Measurement measurement) {
        return run(
                options()
                        .jvmOptions(heap, "-XX:+UseSerialGC")
                        .environment(Map.of("DUIJIE_GATEWAY_LIMITS_CLASSES_DEFAULT_REQUESTS", "1000000000")),
                measurement);
    }

    /** At full speed, with two instances of matching-service that share the work. */
    public static BenchmarkResult twice(Measurement measurement) {
        return run(options().jvmOptions(HEAP, "-XX:+UseSerialGC").secondMatching(SecondMatching.STARTED), measurement);
    }

    private static SuiteOptions options() {
        Checkout checkout = Checkout.here();
        return SuiteOptions.of(checkout)
                .in(checkout.root().resolve("deploy/bench/target/state"))
                .fresh(true)
                .onFreePorts()
                .tellingTo(System.out);
    }

    private static BenchmarkResult run(SuiteOptions options, Measurement measurement) {
        Path state = options.state();
        try (Suite suite = Suite.start(options)) {
            return measurement.of(suite);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Directories.delete(state);
        }
    }
}
