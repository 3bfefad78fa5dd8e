package org.duijie.bench.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.duijie.local.StartFailure;

/** A program of the machine beside which the suite is measured. */
public final class Program {
    private Program() {}

    /**
     * Where it is.
     *
     * @param elsewhere folders to look into besides those of {@code PATH}
     * @throws StartFailure when it is not there, with the Debian package that brings it
     */
    public static Path find(String name, String debianPackage, List<Path> elsewhere) {
        Stream<Path> path = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(Path::of);
        return Stream.concat(path, elsewhere.stream())
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new StartFailure(
                        "There is no " + name + " here: install Debian's " + debianPackage + ", or its like."));
    }
}
