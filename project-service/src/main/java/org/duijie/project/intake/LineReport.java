package org.duijie.project.intake;

import java.util.List;
import java.util.UUID;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.text.Text;
import org.duijie.project.publishing.PutOutcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line, as it is kept: in every language, for it is read later by somebody.
 *
 * @param line from 1, as people count
 */
record LineReport(
        int line,
        Outcome outcome,
        @Nullable String reference,
        @Nullable UUID needId,
        List<Fault> problems) {

    @Schema(name = "NeedImportOutcome")
    enum Outcome {
        /** A new need. */
        CREATED,
        /** The need was there and has been changed. */
        REPLACED,
        /** The need was there and is the same: nothing was done. */
        UNCHANGED,
        /** Not taken; the problems say why. */
        REFUSED
    }

    /** @param type the last segment of the problem's type */
    record Fault(String type, String pointer, Text detail, Text mend) {}

    static LineReport of(ReadLine line, PutOutcome outcome) {
        if (outcome.refusal() != null) {
            return refused(line, outcome.refusal());
        }
        UUID needId = outcome.need() == null ? null : outcome.need().id();
        return new LineReport(
                line.number(), Outcome.valueOf(outcome.kind().name()), line.reference(), needId, List.of());
    }

    /** A refusal that names no place is about the whole line. */
    static LineReport refused(ReadLine line, ProblemException refusal) {
        String type = refusal.type().slug();
        Text mend = refusal.type().mend();
        List<Fault> faults = refusal.faults().isEmpty()
                ? List.of(new Fault(type, "#", refusal.detail(), mend))
                : refusal.faults().stream()
                        .map(fault -> new Fault(type, fault.pointer(), fault.detail(), mend))
                        .toList();
        return new LineReport(line.number(), Outcome.REFUSED, line.reference(), null, faults);
    }
}
