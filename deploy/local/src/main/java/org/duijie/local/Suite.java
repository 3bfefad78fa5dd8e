package org.duijie.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.duijie.chassis.embedded.Directories;
import org.duijie.chassis.embedded.PostgresServer;
import org.duijie.local.Topology.Step;
import org.duijie.local.identity.Accounts;
import org.duijie.local.identity.Tokens;

/**
 * The running suite. It belongs to this JVM: all its parts are stopped when it is closed and when the JVM is asked to
 * end, and when the JVM is killed the next start on the same state directory ends what was left.
 */
public final class Suite implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(200);

    private final StateDirectory state;
    private final boolean leavesNothing;
    private final ProcessMarks marks;
    private final Progress progress;
    private final Sample sample;
    private final Topology topology;
    private final List<Step> steps;
    private final Map<PartName, AtomicBoolean> watched = new EnumMap<>(PartName.class);
    private final CompletableFuture<String> crash = new CompletableFuture<>();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread stopAtExit = new Thread(this::close, "stop");
    private final CompletableFuture<Accounts> accounts = new CompletableFuture<>();
    private final CompletableFuture<Tokens> tokens = accounts.thenApply(Tokens::new);
    private volatile boolean closing;

    private Suite(SuiteOptions options, StateDirectory state) {
        this.state = state;
        this.leavesNothing = options.sandbox();
        this.marks = new ProcessMarks(state.processes());
        this.progress = new Progress(options.out());
        clearTheWay(options);
        Ports ports = Objects.requireNonNullElseGet(options.ports(), Ports::free);
        ports.requireFree();
        this.sample = new Sample(options.checkout().launcher(), marks);
        this.topology = new Topology(options, ports, state, marks, progress, accounts::join);
        this.steps = topology.steps();
    }

    /**
     * Starts everything and returns when all of it is healthy.
     *
     * @throws StartFailure when it cannot; nothing is left running then
     */
    public static Suite start(SuiteOptions options) {
        StateDirectory state = StateDirectory.hold(options.state());
        Suite suite;
        try {
            suite = new Suite(options, state);
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(suite.stopAtExit);
        try {
            suite.startAll();
            return suite;
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
    }

    /** Ends what a killed launcher left behind, and throws its data away if that is wanted. */
    private void clearTheWay(SuiteOptions options) {
        List<String> ended = marks.endLeftovers();
        if (!ended.isEmpty()) {
            progress.say("leftovers", "of a run that was killed are ended: " + String.join(", ", ended));
        }
        PostgresServer.running(state.path().resolve("postgres")).ifPresent(server -> {
            ProcessMarks.end(List.of(server));
            progress.say("leftovers", "of a run that was killed are ended: postgres");
        });
        if (options.fresh()) {
            state.clear();
            progress.say("state", "of earlier runs is thrown away");
        }
        Directories.delete(state.path().resolve("logs"));
    }

    private void startAll() {
        executor.execute(() -> attempt(this::nameAccounts));
        Map<PartName, CompletableFuture<Void>> ready = new EnumMap<>(PartName.class);
        for (Step step : steps) {
            if (topology.later().contains(step.part().name())) {
                continue;
            }
            CompletableFuture<?>[] before =
                    step.after().stream().map(ready::get).toArray(CompletableFuture[]::new);
            ready.put(
                    step.part().name(),
                    CompletableFuture.allOf(before).thenRunAsync(() -> attempt(() -> bringUp(step.part())), executor));
        }
        try {
            CompletableFuture.anyOf(
                            failure, CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new)))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The first failure ends the start; the parts that wait for a failed one never begin. */
    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failure.completeExceptionally(e);
            throw e;
        }
    }

    private void nameAccounts() {
        try {
            accounts.complete(Accounts.keep(state.accountsFile(), topology.issuer(), gateway(), sample::accounts));
        } catch (RuntimeException e) {
            accounts.completeExceptionally(e);
            throw e;
        }
    }

    private void bringUp(Part part) {
        Instant begin = Instant.now();
        String label = part.name().label();
        progress.say(label, "starts");
        part.prepare();
        synchronized (part) {
            if (closing) {
                throw new StartFailure("Stopped while starting.");
            }
            part.start();
        }
        CompletableFuture<String> ended = part.ended();
        while (!part.healthy()) {
            if (ended.isDone()) {
                throw new StartFailure(sentence(part, ended.join()) + "If the data in " + state.path()
                        + " is of another version of Duijie: --fresh begins anew.");
            }
            if (Duration.between(begin, Instant.now()).compareTo(START_LIMIT) > 0) {
                throw new StartFailure(sentence(part, "is not ready after " + START_LIMIT.toMinutes() + " minutes"));
            }
            pause();
        }
        progress.ready(label, begin);
        watch(part, ended);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while starting.", e);
        }
    }

    private void watch(Part part, CompletableFuture<String> ended) {
        AtomicBoolean unexpected = new AtomicBoolean(true);
        synchronized (watched) {
            watched.put(part.name(), unexpected);
        }
        Thread.ofVirtual().start(() -> {
            String how = ended.join();
            if (unexpected.get() && !closing) {
                String what = sentence(part, how);
                crash.complete(what);
                failure.completeExceptionally(new StartFailure(what));
            }
        });
    }

    private void expectEnd(PartName name) {
        synchronized (watched) {
            AtomicBoolean unexpected = watched.remove(name);
            if (unexpected != null) {
                unexpected.set(false);
            }
        }
    }

    private static String sentence(Part part, String what) {
        return "%s %s. Its last words:%n%s"
                .formatted(part.name().label(), what, part.lastWords().indent(4));
    }

    /** Completes when a part ends that nobody stopped or killed, with a sentence that says which and how. */
    public CompletableFuture<String> crash() {
        return crash;
    }

    /** Kills a part (SIGKILL). The others go on. */
    public void kill(PartName name) {
        expectEnd(name);
        part(name).kill();
    }

    /** Stops a part cleanly. The others go on. */
    public void stop(PartName name) {
        expectEnd(name);
        part(name).stop();
    }

    /** Starts a part that was killed or stopped, or left for later, and returns when it is healthy. */
    public void restart(PartName name) {
        bringUp(part(name));
    }

    private Part part(PartName name) {
        return steps.stream()
                .map(Step::part)
                .filter(part -> part.name() == name)
                .findFirst()
                .orElseThrow();
    }

    public URI gateway() {
        return topology.url(PartName.GATEWAY);
    }

    /** Where a part that speaks HTTP listens. */
    public URI url(PartName part) {
        return topology.url(part);
    }

    /** The address of one of the databases {@code project}, {@code organization}, {@code matching}. */
    public String jdbcUrl(String database) {
        return topology.jdbcUrl(database);
    }

    /** The name, and the password too, with which the databases are entered. */
    public String databaseUser() {
        return PostgresPart.OWNER;
    }

    public String kafkaBootstrap() {
        return topology.kafkaBootstrap();
    }

    public Accounts accounts() {
        return accounts.join();
    }

    public Path accountsFile() {
        return state.accountsFile();
    }

    public Path logs() {
        return state.path().resolve("logs");
    }

    /** A good access token of the account with this name. */
    public String token(String account) {
        return tokens.join().of(account);
    }

    /** Loads the sample of this size through the gateway, unless it was loaded before. */
    public void loadSample(String size) {
        if (Sample.isLoaded(state.sampleMark(), size)) {
            return;
        }
        Instant begin = Instant.now();
        progress.say("sample", "is loaded (" + size + ")");
        int exitCode = sample.run(
                "load",
                "--gateway",
                gateway().toString(),
                "--accounts",
                accountsFile().toString(),
                "--size",
                size);
        if (exitCode != 0) {
            throw new StartFailure(
                    crash.getNow("The sample data could not be loaded: see above, and the logs in " + logs()));
        }
        Sample.markLoaded(state.sampleMark(), size);
        progress.ready("sample", begin);
    }

    /** Runs a demo of the sample, which talks to standard output; says whether it showed what it should. */
    public boolean demo(String name) {
        return 0
                == sample.run(
                        "demo",
                        "--gateway",
                        gateway().toString(),
                        "--accounts",
                        accountsFile().toString(),
                        name);
    }

    /** Stops everything: first those that need others, each as soon as nobody needs it any more. */
    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        Instant begin = Instant.now();
        progress.say("suite", "stops");
        sample.stop();
        Map<PartName, CompletableFuture<Void>> stopped = new EnumMap<>(PartName.class);
        for (Step step : steps.reversed()) {
            CompletableFuture<?>[] dependants = steps.stream()
                    .filter(other -> other.after().contains(step.part().name()))
                    .map(other -> stopped.get(other.part().name()))
                    .toArray(CompletableFuture[]::new);
            stopped.put(
                    step.part().name(),
                    CompletableFuture.allOf(dependants).thenRunAsync(() -> stopNow(step.part()), executor));
        }
        CompletableFuture.allOf(stopped.values().toArray(CompletableFuture[]::new))
                .join();
        executor.shutdown();
        if (leavesNothing) {
            state.clear();
        }
        state.close();
        progress.say(
                "suite",
                "has stopped within " + Duration.between(begin, Instant.now()).toMillis() + " ms");
        forgetHook();
    }

    /** A part that cannot be stopped must not keep those it needs running. */
    private void stopNow(Part part) {
        try {
            synchronized (part) {
                part.stop();
            }
        } catch (RuntimeException failed) {
            progress.say(part.name().label(), "could not be stopped: " + failed);
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException theJvmIsEnding) {
            // Then this is the hook, or the hook finds nothing left to do.
        }
    }
}
