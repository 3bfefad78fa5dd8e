package org.duijie.chassis.testing.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** For each operation of a service, how to call it so that it works. */
public final class Fixtures {

    /** Makes whatever an operation needs to be there, and the call that then succeeds. */
    @FunctionalInterface
    public interface Fixture {

        /** @param owner who makes the thing: one who may, on the side that it belongs to */
        Call prepare(Caller owner);
    }

    private final Map<String, List<Fixture>> byOperation = new LinkedHashMap<>();

    /** Adds a way to call an operation; there may be several, such as for another media type. */
    public Fixtures on(String operationId, Fixture fixture) {
        byOperation.computeIfAbsent(operationId, id -> new ArrayList<>()).add(fixture);
        return this;
    }

    public List<Fixture> of(ApiOperation operation) {
        return byOperation.getOrDefault(operation.id(), List.of());
    }

    /**
     * Sees that no operation was forgotten, and none is left that the contract does not have.
     *
     * @return what is amiss, a sentence each
     */
    public List<String> faults(ApiContract contract) {
        List<String> faults = new ArrayList<>();
        TreeSet<String> unused = new TreeSet<>(byOperation.keySet());
        for (ApiOperation operation : contract.operations()) {
            if (!unused.remove(operation.id())) {
                faults.add("No fixture for " + operation);
            }
        }
        unused.forEach(id -> faults.add("A fixture for " + id + ", which is no operation"));
        return faults;
    }
}
