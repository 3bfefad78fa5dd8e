package org.duijie.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/**
 * The repository and what its build made.
 *
 * @param root the folder of the README
 */
public record Checkout(Path root) {
    /** Finds the repository around this program, or else around the working directory. */
    public static Checkout here() {
        Path program = Path.of(Checkout.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        Path working = Path.of("").toAbsolutePath();
        return around(program)
                .or(() -> around(working))
                .orElseThrow(() ->
                        new StartFailure("Neither " + working + " nor a folder above it is the repository of Duijie."));
    }

    private static Optional<Checkout> around(Path start) {
        for (Path path = start; path != null; path = path.getParent()) {
            if (Files.exists(path.resolve("mvnw")) && Files.isDirectory(path.resolve("deploy/local"))) {
                return Optional.of(new Checkout(path));
            }
        }
        return Optional.empty();
    }

    /** The launcher itself, which finds its libraries beside it. */
    public Path launcher() {
        return built(root.resolve("deploy/local/target/deploy-local-launcher.jar"));
    }

    /** The runnable jar of a service or of the gateway. */
    public Path application(PartName part) {
        return built(root.resolve(part.application().label()).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    /** The unpacked identity provider. */
    public Path keycloak() {
        Path parent = root.resolve("deploy/local/target/keycloak");
        try (DirectoryStream<Path> found = Files.newDirectoryStream(built(parent), "keycloak-*")) {
            Iterator<Path> paths = found.iterator();
            return paths.hasNext() ? paths.next() : built(parent.resolve("keycloak"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path built(Path path) {
        if (!Files.exists(path)) {
            throw new StartFailure(
                    path + " is not there. Build it first: deploy/run does, and so does ./mvnw package.");
        }
        return path;
    }
}
