package org.duijie.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.duijie.bench.door.DoorBenchmark;
import org.duijie.bench.intake.ImportBenchmark;
import org.duijie.bench.ledger.LedgerBenchmark;
import org.duijie.bench.likeness.LikenessBenchmark;
import org.duijie.bench.line.LineBenchmark;
import org.duijie.bench.line.RateBenchmark;
import org.duijie.bench.match.BuildBenchmark;
import org.duijie.bench.match.PercolateBenchmark;
import org.duijie.bench.match.ReverseBenchmark;
import org.duijie.bench.match.Top50Benchmark;
import org.duijie.bench.match.UpdateBenchmark;
import org.duijie.bench.publish.PublishBenchmark;
import org.duijie.bench.webhook.WebhookBenchmark;
import org.duijie.bench.webhook.WebhookFaultBenchmark;
import org.duijie.local.StartFailure;
import org.duijie.sample.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Runs one benchmark: a table for people and, as the very last line, one JSON object. */
@Command(name = "bench", description = "Run one benchmark.", mixinStandardHelpOptions = true)
public final class BenchMain implements Callable<Integer> {
    private static final int WIDEST_CELL = 60;
    private static final List<Benchmark> BENCHMARKS = List.of(
            new LineBenchmark(),
            new ImportBenchmark(),
            new PublishBenchmark(),
            new DoorBenchmark(),
            new LedgerBenchmark(),
            new LikenessBenchmark(),
            new Top50Benchmark(),
            new ReverseBenchmark(),
            new UpdateBenchmark(),
            new BuildBenchmark(),
            new PercolateBenchmark(),
            new WebhookBenchmark(),
            new WebhookFaultBenchmark());

    // Held: a logger that nobody holds forgets its level.
    private static final Logger LOGGERS = Logger.getLogger("");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description =
                    "Which one: line, import, publish, gateway, ledger, likeness, webhooks, webhook-faults, top50,"
                            + " reverse, update, build or percolate.")
    private String name = "";

    @Option(names = "--size", defaultValue = "full", description = "small or full (default).")
    private String size = "full";

    @Option(
            names = "--rate",
            arity = "0..1",
            split = ",",
            paramLabel = "CHANGES",
            fallbackValue = "50,200,500",
            description = "line only: at so many changes a second (50, 200 and 500) instead of one after the other.")
    private List<Integer> rates = List.of();

    private BenchMain() {}

    public static void main(String... args) {
        // The broker's and the server's clients tell of every connection: a benchmark tells only what it found.
        LOGGERS.setLevel(Level.WARNING);
        System.exit(new CommandLine(new BenchMain())
                .setOut(utf8())
                .setExecutionExceptionHandler(BenchMain::tell)
                .execute(args));
    }

    /** A suite that does not start says itself why; anything else is a defect and shows where it is. */
    private static int tell(Exception failure, CommandLine bench, ParseResult arguments) throws Exception {
        if (failure instanceof StartFailure) {
            bench.getErr().println(failure.getMessage());
            return bench.getCommandSpec().exitCodeOnExecutionException();
        }
        throw failure;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Benchmark benchmark = benchmark();
        BenchmarkSize wanted = size();
        PrintWriter out = spec.commandLine().getOut();
        out.println(benchmark.name() + ": " + benchmark.about());
        BenchmarkResult result = benchmark.run(wanted, out);
        out.println();
        out.println(result.table().render(WIDEST_CELL));
        out.println(result.notes());
        out.println(Json.MAPPER.writeValueAsString(lastLine(benchmark, wanted, result)));
        return 0;
    }

    private static Map<String, Object> lastLine(Benchmark benchmark, BenchmarkSize size, BenchmarkResult result) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("benchmark", benchmark.name());
        line.put("size", size.name().toLowerCase(Locale.ROOT));
        line.put("cores", Runtime.getRuntime().availableProcessors());
        line.putAll(result.figures());
        return line;
    }

    private Benchmark benchmark() {
        if (!rates.isEmpty()) {
            return atRates();
        }
        return BENCHMARKS.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no benchmark " + name + ", only: "
                                + BENCHMARKS.stream().map(Benchmark::name).collect(Collectors.joining(", "))));
    }

    private Benchmark atRates() {
        RateBenchmark benchmark = new RateBenchmark(rates);
        if (!benchmark.name().equals(name) || rates.stream().anyMatch(rate -> rate <= 0)) {
            throw new ParameterException(spec.commandLine(), "--rate is for line, and above 0");
        }
        return benchmark;
    }

    private BenchmarkSize size() {
        return switch (size) {
            case "small" -> BenchmarkSize.SMALL;
            case "full" -> BenchmarkSize.FULL;
            default -> throw new ParameterException(spec.commandLine(), "A size is small or full, not " + size);
        };
    }

    private static PrintWriter utf8() {
        return new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }
}
