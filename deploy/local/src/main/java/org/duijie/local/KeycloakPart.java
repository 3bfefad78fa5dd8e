package org.duijie.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.duijie.chassis.embedded.LoopbackPorts;
import org.duijie.local.identity.Accounts;
import org.duijie.local.identity.IdentityProvider;
import org.duijie.local.identity.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider. Its distribution is prepared once for each build of the repository; its realm is made at the
 * first start on a state directory and kept from then on, with whatever was changed in it.
 */
final class KeycloakPart implements Part {
    private static final List<String> BUILD_OPTIONS = List.of(
            "--db=dev-file", "--health-enabled=true", "--features-disabled=kerberos,ciba,device-flow,par,organization");

    // The distribution's own choices, but for a small heap and a quick start.
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms64m",
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true");

    private final Path distribution;
    private final Path home;
    private final Supplier<Accounts> accounts;
    private final Consumer<String> progress;
    private final LogFile log;
    private final IdentityProvider provider;
    private final ProcessMarks marks;
    private final ProcessPart process;
    private volatile @Nullable Process building;

    KeycloakPart(
            Path distribution,
            StateDirectory state,
            Ports ports,
            Supplier<Accounts> accounts,
            Consumer<String> progress,
            ProcessMarks marks) {
        this.distribution = distribution;
        this.home = state.directory("keycloak");
        this.accounts = accounts;
        this.progress = progress;
        this.marks = marks;
        this.log = new LogFile(state.log(PartName.KEYCLOAK.label()));
        URI base = base(ports);
        String password = administratorPassword(home);
        this.provider = new IdentityProvider(base, management(ports), password);
        this.process = new ProcessPart(
                PartName.KEYCLOAK,
                command(startArguments(base, ports)),
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        IdentityProvider.ADMINISTRATOR,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        password),
                provider::isUp,
                log,
                marks);
    }

    static URI base(Ports ports) {
        return URI.create("http://" + LoopbackPorts.HOST + ":" + ports.keycloak());
    }

    private static URI management(Ports ports) {
        return URI.create("http://" + LoopbackPorts.HOST + ":" + ports.keycloakManagement());
    }

    private static String administratorPassword(Path home) {
        Path file = home.resolve("administrator-password");
        try {
            if (!Files.exists(file)) {
                StateDirectory.writeSecret(file, Secret.next());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> startArguments(URI base, Ports ports) {
        return List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=" + LoopbackPorts.HOST,
                "--http-port=" + ports.keycloak(),
                "--http-management-port=" + ports.keycloakManagement(),
                "--hostname=" + base,
                "--log-level=info,io.smallrye.health:warn",
                "--db-url=jdbc:h2:file:" + home.resolve("database") + ";NON_KEYWORDS=VALUE");
    }

    /** {@code kc.sh} would stay as the parent of the JVM and hide it: the JVM is started as the script does. */
    private List<String> command(List<String> arguments) {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        options.add("-Dkc.home.dir=" + home);
        options.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        return Java.main(
                options,
                home.resolve("lib/quarkus-run.jar"),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                arguments.toArray(String[]::new));
    }

    @Override
    public PartName name() {
        return PartName.KEYCLOAK;
    }

    @Override
    public void prepare() {
        try {
            linkDistribution();
            buildOnce();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void start() {
        process.start();
    }

    /** Several suites can share one distribution: each has a home of its own that points to it. */
    private void linkDistribution() throws IOException {
        for (String name : List.of("bin", "conf", "lib", "providers", "themes")) {
            Path link = home.resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, distribution.resolve(name));
        }
    }

    private void buildOnce() throws IOException {
        Path mark = distribution.resolve("built-with");
        try (FileChannel channel = FileChannel.open(
                        distribution.resolve("build-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            String options = String.join(" ", BUILD_OPTIONS);
            if (held.isValid() && Files.exists(mark) && Files.readString(mark).equals(options)) {
                return;
            }
            progress.accept("prepares itself, once after each build (about half a minute)");
            build();
            Files.writeString(mark, options);
        }
    }

    private void build() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(BUILD_OPTIONS);
        Process build = new ProcessBuilder(command(arguments))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.path().toFile()))
                .start();
        building = build;
        marks.add("keycloak-build", build.toHandle());
        int exitCode = build.onExit().join().exitValue();
        building = null;
        marks.remove("keycloak-build");
        if (exitCode != 0) {
            throw new StartFailure("Keycloak could not be prepared." + System.lineSeparator() + lastWords());
        }
    }

    @Override
    public boolean healthy() {
        if (!process.healthy()) {
            return false;
        }
        if (!provider.hasRealm()) {
            progress.accept("makes the realm and its accounts");
            provider.createRealm(accounts.get());
        }
        return true;
    }

    @Override
    public CompletableFuture<String> ended() {
        return process.ended();
    }

    @Override
    public void stop() {
        Process build = building;
        if (build != null) {
            build.destroyForcibly();
        }
        process.stop();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public String lastWords() {
        return log.lastLines();
    }
}
