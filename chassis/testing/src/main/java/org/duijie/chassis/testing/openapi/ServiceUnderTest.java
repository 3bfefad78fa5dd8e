package org.duijie.chassis.testing.openapi;

/**
 * A running service with all that is needed to call it.
 *
 * @param contract what it promised
 * @param fixtures how each of its operations is called so that it works
 * @param callers who might call
 * @param wire the way to it
 */
public record ServiceUnderTest(ApiContract contract, Fixtures fixtures, Callers callers, Wire wire) {

    /** Prepares an operation and calls it, as fixtures of other operations do. */
    public Answer call(String operationId, Caller caller) {
        ApiOperation operation = contract.operation(operationId);
        return wire.send(operation, fixtures.of(operation).getFirst().prepare(caller), caller.token());
    }
}
