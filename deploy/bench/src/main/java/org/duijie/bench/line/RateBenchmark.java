package org.duijie.bench.line;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.duijie.bench.BenchSuite;
import org.duijie.bench.Benchmark;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.BenchmarkSize;
import org.duijie.bench.Latencies;
import org.duijie.bench.line.ChangeStream.Change;
import org.duijie.bench.load.OpenLoop;
import org.duijie.bench.load.OpenLoop.Exchange;
import org.duijie.local.Suite;
import org.duijie.sample.http.Credentials;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Patience;

/** The line under so many changes a second, beside the bare two at the same rate. */
public final class RateBenchmark implements Benchmark {
    private static final int CONNECTIONS = 64;

    /** Changes a second while everything warms up, one after the other: at once a cold suite is only buried in them. */
    private static final List<Integer> WARM_UP_RATES = List.of(25, 50, 100, 150, 200);

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final double NANOS_A_SECOND = 1e9;

    private final List<Integer> rates;

    /** How long everything takes. */
    private record Plan(Duration warmUp, Duration line, Duration bare) {}

    /** @param rates changes a second */
    public RateBenchmark(List<Integer> rates) {
        this.rates = List.copyOf(rates);
    }

    @Override
    public String name() {
        return "line";
    }

    @Override
    public String about() {
        return "from the answer to a change to the event in the subscriber's stream, at a steady rate,"
                + " beside a bare PostgreSQL commit and a bare Kafka round trip at the same rate";
    }

    @Override
    public BenchmarkResult run(BenchmarkSize size, PrintWriter progress) {
        Plan plan =
                switch (size) {
                    case SMALL -> new Plan(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(3));
                    case FULL -> new Plan(Duration.ofSeconds(300), Duration.ofSeconds(45), Duration.ofSeconds(15));
                };
        return BenchSuite.atFullSpeed(suite -> {
            try (Gateway gateway = new Gateway(suite.gateway(), Credentials.read(suite.accountsFile()));
                    BareRate bare = new BareRate(suite)) {
                return new Run(suite, gateway, bare, plan, progress).measure(rates);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the bare measurements cannot begin", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        });
    }

    private static final class Run {
        private final Suite suite;
        private final Gateway gateway;
        private final BareRate bare;
        private final Plan plan;
        private final PrintWriter progress;
        private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        private final String path;
        private int round;
        private long last;

        Run(Suite suite, Gateway gateway, BareRate bare, Plan plan, PrintWriter progress) {
            this.suite = suite;
            this.gateway = gateway;
            this.bare = bare;
            this.plan = plan;
            this.progress = progress;
            Bureau.trust(gateway);
            path = Line.subscribe(gateway, today);
        }

        BenchmarkResult measure(List<Integer> rates) {
            Duration step = plan.warmUp.dividedBy(WARM_UP_RATES.size());
            for (int rate : WARM_UP_RATES) {
                tell("%d s at %d changes a second warm everything up".formatted(step.toSeconds(), rate));
                passages(rate, step);
            }
            String text = gateway.as(Bureau.account())
                    .get("/needs/references/r1-0")
                    .expect(200)
                    .body()
                    .toString();
            bare.measure(WARM_UP_RATES.getLast(), plan.bare, text);
            RateFigures figures = new RateFigures(plan.warmUp, text.length());
            for (int rate : rates) {
                Latencies sums = bare.measure(rate, plan.bare, text);
                RateFigures.Passages line = passages(rate, plan.line);
                sums.addAll(bare.measure(rate, plan.bare, text));
                figures.add(rate, line, sums);
                tell("%d a second: %s".formatted(rate, line.sentence(sums)));
            }
            return figures.result();
        }

        /** One round at a rate; a new stream for each, since it ends with the caller's token. */
        private RateFigures.Passages passages(int rate, Duration duration) {
            Bureau bureau = new Bureau(today, ++round, suite.token(Bureau.account()));
            int count = (int) (rate * duration.toSeconds());
            Map<Change, Exchange> answers = new ConcurrentHashMap<>();
            try (ChangeStream stream = new ChangeStream(gateway.as(Line.SUBSCRIBER), path, last)) {
                List<Exchange> exchanges = new OpenLoop(suite.gateway(), CONNECTIONS, rate)
                        .run(count, bureau::request, exchange -> answers.put(bureau.answered(exchange), exchange));
                await(stream, answers);
                last = stream.last();
                return passages(rate, exchanges, answers, stream);
            }
        }

        private static void await(ChangeStream stream, Map<Change, Exchange> answers) {
            long deadline = System.nanoTime() + LIMIT.toNanos();
            List<Change> missing = new ArrayList<>(answers.keySet());
            while (!missing.isEmpty()) {
                missing.removeIf(change -> stream.arrival(change) != null);
                if (!missing.isEmpty()) {
                    if (System.nanoTime() > deadline) {
                        throw new IllegalStateException("%d of %d changes did not come within %d s, such as %s"
                                .formatted(missing.size(), answers.size(), LIMIT.toSeconds(), missing.getFirst()));
                    }
                    Patience.sleep(PAUSE);
                }
            }
        }

        private static RateFigures.Passages passages(
                int rate, List<Exchange> exchanges, Map<Change, Exchange> answers, ChangeStream stream) {
            Latencies answerToEvent = new Latencies();
            Latencies dueToEvent = new Latencies();
            long first = Long.MAX_VALUE;
            long end = Long.MIN_VALUE;
            for (Map.Entry<Change, Exchange> answer : answers.entrySet()) {
                Long arrived = stream.arrival(answer.getKey());
                if (arrived != null) {
                    answerToEvent.add(arrived - answer.getValue().answered());
                    dueToEvent.add(arrived - answer.getValue().due());
                    first = Math.min(first, answer.getValue().due());
                    end = Math.max(end, arrived);
                }
            }
            double achieved = exchanges.size() / ((end - first) / NANOS_A_SECOND + 1.0 / rate);
            return new RateFigures.Passages(rate, achieved, answerToEvent, dueToEvent, stream.gaps());
        }

        private void tell(String what) {
            progress.println(what);
            progress.flush();
        }
    }
}
