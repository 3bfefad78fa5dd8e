package org.duijie.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A part that is a process of its own. */
final class ProcessPart implements Part {
    private static final int STOP_SECONDS = 10;
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final PartName name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final BooleanSupplier health;
    private final LogFile log;
    private final ProcessMarks marks;
    private @Nullable Process process;

    ProcessPart(
            PartName name,
            List<String> command,
            Map<String, String> environment,
            BooleanSupplier health,
            LogFile log,
            ProcessMarks marks) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.health = health;
        this.log = log;
        this.marks = marks;
    }

    @Override
    public PartName name() {
        return name;
    }

    @Override
    public synchronized void start() {
        try {
            ProcessBuilder builder = new ProcessBuilder(inSessionOfItsOwn(command))
                    .redirectErrorStream(true)
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(Redirect.appendTo(log.path().toFile()));
            builder.environment().putAll(environment);
            Process started = builder.start();
            marks.add(name.label(), started.toHandle());
            process = started;
        } catch (IOException e) {
            throw new StartFailure("Cannot start " + name.label() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Ctrl-C reaches all processes of a terminal's session at once. Parts are stopped in order instead, by the one
     * that started them, so they do not belong to it. {@code setsid} becomes the command: the process id stays.
     */
    private static List<String> inSessionOfItsOwn(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            whole.add(SETSID.toString());
        }
        whole.addAll(command);
        return whole;
    }

    @Override
    public boolean healthy() {
        return health.getAsBoolean();
    }

    @Override
    public synchronized CompletableFuture<String> ended() {
        if (process == null) {
            return new CompletableFuture<>();
        }
        return process.onExit().thenApply(ended -> "ended with exit code " + ended.exitValue());
    }

    @Override
    public synchronized void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        forget();
    }

    @Override
    public synchronized void kill() {
        if (process == null) {
            return;
        }
        process.destroyForcibly().onExit().join();
        forget();
    }

    private void forget() {
        marks.remove(name.label());
        process = null;
    }

    @Override
    public String lastWords() {
        return log.lastLines();
    }
}
