package org.duijie.chassis.event;

/** An event that can never be read, however often it is tried. It becomes a dead letter. */
public class PoisonEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PoisonEventException(String cause) {
        super(cause);
    }
}
