package org.duijie.sample.demo;

/** Something that the walk promises to show did not come about. */
public final class NotSeenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSeenException(String message) {
        super(message);
    }
}
