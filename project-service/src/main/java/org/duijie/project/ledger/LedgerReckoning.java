package org.duijie.project.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.project.need.Commitments;
import org.duijie.project.project.FigureStanding;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectProblem;
import org.duijie.project.project.ProjectTerms;
import org.duijie.project.project.Reckoning;

/** What the ledger has to say when a project comes to its end. */
@ApplicationScoped
class LedgerReckoning implements Reckoning {

    /** Of funds the unit is the yuan: a fen is ten thousandths of it. */
    private static final int THOUSANDTHS_A_FEN = 10;

    private final LedgerStore store;

    @Inject
    LedgerReckoning(LedgerStore store) {
        this.store = store;
    }

    @Override
    public void requireSettled(Project project) {
        Movements movements = store.movements(project.id());
        ProblemException open = ProjectProblem.NOT_RECONCILED.problem();
        movements
                .known()
                .filter(movement -> movement.standing() != FigureStanding.VERIFIED)
                .forEach(movement -> open.and(
                        "#/transfers/" + movement.transfer(),
                        movement.standing() == FigureStanding.DISPUTED ? "双方所报不一致。" : "只有一方报过。",
                        movement.standing() == FigureStanding.DISPUTED
                                ? "The two sides report different amounts."
                                : "One side only has reported it."));
        if (project.totals().heldFen() > 0 && project.leftoverPurpose().isEmpty()) {
            open.and("#/leftoverPurpose", "结余尚无用途。", "What is left has no purpose yet.");
        }
        if (!open.faults().isEmpty()) {
            throw open;
        }
    }

    @Override
    public Map<Integer, Long> undelivered(Project project) {
        Movements movements = store.movements(project.id());
        Map<Integer, Long> undelivered = new HashMap<>();
        for (ProjectTerms.Item item : project.terms().items()) {
            Amount arrived = movements
                    .sum(Book.COUNTY, of(item), EntryKind.RECEIPT)
                    .minus(movements.sum(Book.COUNTY, of(item), EntryKind.RETURN));
            long thousandths = item.funds() ? arrived.fen() * THOUSANDTHS_A_FEN : arrived.quantity();
            long left = Commitments.thousandths(item.quantity()) - Math.max(0, thousandths);
            if (left > 0) {
                undelivered.put(item.item(), left);
            }
        }
        return undelivered;
    }

    private static Predicate<Movement> of(ProjectTerms.Item item) {
        return movement -> movement.item() == item.item();
    }
}
