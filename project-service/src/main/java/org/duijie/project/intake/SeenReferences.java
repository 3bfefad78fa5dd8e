package org.duijie.project.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.duijie.chassis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Which references a file has named so far. A reference that stands on two lines is most likely a slip, and taking both
 * would change the need again and again whenever the file is sent again; so the first line is taken and the second told.
 *
 * <p>Kept in memory for the job at hand. Another instance that goes on with it reads the earlier lines' reports first.
 */
@Singleton
class SeenReferences {

    private final ImportRepository imports;
    private @Nullable UUID job;
    private int chunks;
    private final Map<String, Integer> firstLines = new HashMap<>();

    @Inject
    SeenReferences(ImportRepository imports) {
        this.imports = imports;
    }

    /**
     * @param lines of the job's next chunk
     * @return for a line whose reference stood before, the report that says so
     */
    synchronized Function<ReadLine, Optional<LineReport>> in(ImportJob at, List<ReadLine> lines) {
        if (!at.id().equals(job) || chunks != at.nextChunk()) {
            readAgain(at);
        }
        // Lines of this chunk count only when its transaction is committed: the next call sees by the number of chunks.
        Map<String, Integer> here = new HashMap<>();
        Map<Integer, Integer> repeated = new HashMap<>();
        for (ReadLine line : lines) {
            if (line.reference() != null) {
                Integer first = firstLines.getOrDefault(line.reference(), here.get(line.reference()));
                if (first == null) {
                    here.put(line.reference(), line.number());
                } else {
                    repeated.put(line.number(), first);
                }
            }
        }
        firstLines.putAll(here);
        chunks = at.nextChunk() + 1;
        return line -> Optional.ofNullable(repeated.get(line.number())).map(first -> report(line, first));
    }

    private void readAgain(ImportJob at) {
        job = at.id();
        firstLines.clear();
        for (int line = 0; ; ) {
            List<LineReport> reports = imports.reports(at.id(), line, null, 1);
            if (reports.isEmpty()) {
                return;
            }
            for (LineReport report : reports) {
                if (report.reference() != null) {
                    firstLines.putIfAbsent(report.reference(), report.line());
                }
            }
            line = reports.getLast().line();
        }
    }

    private static LineReport report(ReadLine line, int first) {
        Text text = Text.of("第 " + first + " 行已有此编号。", "Line " + first + " has this reference already.");
        return LineReport.refused(line, NeedImportProblem.REFERENCE_REPEATED.at("#/reference", text.zh(), text.en()));
    }
}
