package org.duijie.chassis.problem;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.text.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Every problem this service can answer with. The gateway makes the pages {@code /problems/<name>} of it. */
@Path("/problems")
@Tag(name = "problems", description = "What can go wrong, and how to put it right")
@RunOnVirtualThread
public class ProblemCatalog {

    private static final String LISTING = "META-INF/services/" + ProblemType.class.getName();

    private final List<Entry> entries = types().map(
                    type -> new Entry(type.slug(), type.status(), type.title(), type.mend()))
            .sorted(Comparator.comparing(Entry::name))
            .toList();

    /** @param name the last segment of the problem's {@code type} */
    @Schema(name = "ProblemEntry", description = "A kind of problem")
    public record Entry(@Schema(examples = "need-not-found") String name, int status, Text title, Text mend) {}

    @Schema(name = "ProblemEntries")
    public record Entries(List<Entry> items) {}

    /** Every cause that is listed for this application. */
    public static Stream<ProblemType> types() {
        return enums().flatMap(type -> Arrays.stream(type.getEnumConstants())).map(ProblemType.class::cast);
    }

    @GET
    @Access(open = true)
    @Operation(operationId = "listProblems", summary = "List every kind of problem this service answers with")
    public Entries list() {
        return new Entries(entries);
    }

    /** The listing has the form of a service file; enums have no public constructor, so {@code ServiceLoader} is out. */
    private static Stream<Class<?>> enums() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return Collections.list(loader.getResources(LISTING)).stream()
                    .flatMap(ProblemCatalog::lines)
                    .distinct()
                    .map(name -> load(loader, name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> lines(URL listing) {
        try (InputStream in = listing.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(LISTING + " names a class that does not exist: " + name, missing);
        }
    }
}
