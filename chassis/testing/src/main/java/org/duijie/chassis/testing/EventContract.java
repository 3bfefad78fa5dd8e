package org.duijie.chassis.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The event contract of a producer: {@code contract/events/<aggregate>.schema.json} and
 * {@code contract/events/examples/<aggregate>.<verb>.json}.
 */
public final class EventContract {

    private final Path events;

    private EventContract(Path events) {
        this.events = events;
    }

    /** @param contract the producer's {@code contract} folder */
    public static EventContract of(Path contract) {
        return new EventContract(contract.resolve("events"));
    }

    /**
     * Fails unless this JSON fits the aggregate's schema.
     *
     * @throws AssertionError naming each place that does not fit
     */
    public void check(String aggregate, String json) {
        List<Error> errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(events.resolve(aggregate + ".schema.json")), InputFormat.JSON)
                .validate(json, InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw new AssertionError(aggregate + ": "
                    + errors.stream().map(Error::toString).collect(Collectors.joining("; ")) + " in " + json);
        }
    }

    /**
     * Every example of an aggregate's events, so that a consumer can prove it reads them.
     *
     * @throws AssertionError if there is none: a test over nothing would prove nothing
     */
    public List<String> examples(String aggregate) {
        try (Stream<Path> files = Files.list(events.resolve("examples"))) {
            List<String> examples = files.filter(
                            file -> file.getFileName().toString().startsWith(aggregate + "."))
                    .sorted()
                    .map(EventContract::read)
                    .toList();
            if (examples.isEmpty()) {
                throw new AssertionError("No example of " + aggregate + " in " + events);
            }
            return examples;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
