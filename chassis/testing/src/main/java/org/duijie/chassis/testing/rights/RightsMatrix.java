package org.duijie.chassis.testing.rights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.duijie.chassis.testing.openapi.Answer;
import org.duijie.chassis.testing.openapi.ApiOperation;
import org.duijie.chassis.testing.openapi.Call;
import org.duijie.chassis.testing.openapi.Caller;
import org.duijie.chassis.testing.openapi.Callers;
import org.duijie.chassis.testing.openapi.Fixtures.Fixture;
import org.duijie.chassis.testing.openapi.ServiceUnderTest;

/**
 * Tries every operation of a contract as every caller and holds what comes out against the operation's {@code x-access}.
 * An operation without a rule or without a fixture is a fault, as is one that works for nobody.
 */
public final class RightsMatrix {

    /** What the service does in the background may write at the same time, but not every time. */
    private static final int SURELY = 5;

    private final ServiceUnderTest service;
    private final Supplier<?> database;

    /** @param database what the tables hold; two equal values mean that nothing was changed */
    public RightsMatrix(ServiceUnderTest service, Supplier<?> database) {
        this.service = service;
        this.database = database;
    }

    /** What was tried, and what was found amiss. */
    public record Report(List<Cell> cells, List<String> faults, RightsTable table) {

        public int size() {
            return cells.size();
        }
    }

    /** Tries every cell. */
    public Report run() {
        List<Cell> cells = new ArrayList<>();
        List<String> faults = new ArrayList<>(service.fixtures().faults(service.contract()));
        Set<ApiOperation> worked = new HashSet<>();
        for (ApiOperation operation : service.contract().operations()) {
            Optional<AccessRule> rule = AccessRule.of(operation);
            if (rule.isEmpty()) {
                faults.add("No x-access on " + operation);
                continue;
            }
            for (Fixture fixture : service.fixtures().of(operation)) {
                for (Caller caller : service.callers().all()) {
                    Cell cell = tried(operation, rule.get(), fixture, caller);
                    cells.add(cell);
                    cell.fault().ifPresent(faults::add);
                    if (cell.answer().succeeded()) {
                        worked.add(operation);
                    }
                }
            }
            if (!worked.contains(operation)) {
                faults.add("Nobody could do " + operation + ": what is refused to all proves nothing");
            }
        }
        return new Report(
                List.copyOf(cells),
                List.copyOf(faults),
                RightsTable.of(service.contract(), service.callers().roles()));
    }

    private Cell tried(ApiOperation operation, AccessRule rule, Fixture fixture, Caller caller) {
        Call call = fixture.prepare(owner(rule, caller));
        Answer answer;
        boolean changed;
        int times = 0;
        do {
            Object before = operation.safe() ? "" : database.get();
            answer = service.wire().send(operation, call, caller.token());
            changed = !operation.safe() && !answer.succeeded() && !before.equals(database.get());
            times++;
        } while (changed && times < SURELY);
        return new Cell(operation, caller, rule.outcome(caller), answer, changed);
    }

    /** The caller's own counterpart where the role may; else anybody who may. */
    private Caller owner(AccessRule rule, Caller caller) {
        Callers callers = service.callers();
        if (!caller.anonymous() && rule.admits(caller.role())) {
            return callers.own(caller.role());
        }
        return callers.roles().stream()
                .filter(role -> !role.equals(Caller.PUBLIC) && rule.admits(role))
                .findFirst()
                .map(callers::own)
                .orElseGet(callers::leadingGroup);
    }
}
