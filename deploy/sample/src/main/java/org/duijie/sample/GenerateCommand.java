package org.duijie.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.duijie.sample.data.SampleData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the sample to files, one JSON object a line. */
@Command(
        name = "generate",
        description = "Write the sample to organizations.ndjson, offers.ndjson and needs.ndjson.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
    private static final int REPORT_EVERY = 50_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli
    private CommandSpec spec;

    @Mixin
    private final SampleOptions sample = new SampleOptions();

    @Option(names = "--out", required = true, description = "Folder for the files; made if it is not there.")
    @SuppressWarnings("NullAway.Init") // picocli
    private Path out;

    @Override
    public Integer call() throws IOException {
        SampleData data = sample.data();
        Files.createDirectories(out);
        write("organizations.ndjson", data.organizations());
        write("offers.ndjson", data.offers());
        write("needs.ndjson", Stream.concat(data.needs(), data.unpublishedNeeds()));
        return 0;
    }

    private void write(String file, Stream<?> entities) throws IOException {
        PrintWriter progress = spec.commandLine().getOut();
        long count = 0;
        try (BufferedWriter lines = Files.newBufferedWriter(out.resolve(file))) {
            for (Iterator<?> next = entities.iterator(); next.hasNext(); ) {
                lines.write(Json.MAPPER.writeValueAsString(next.next()));
                lines.write('\n');
                if (++count % REPORT_EVERY == 0) {
                    progress.printf("  %s %,d%n", file, count);
                    progress.flush();
                }
            }
        }
        progress.printf("%s %,d%n", out.resolve(file), count);
        progress.flush();
    }
}
