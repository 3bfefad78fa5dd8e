package org.duijie.local;

import java.util.concurrent.CompletableFuture;

/** One part of the running suite. A part that was stopped or killed can be started again. */
interface Part {
    PartName name();

    /** Does what may take long and must be done before the part can start; {@link #stop} breaks it off. */
    default void prepare() {}

    /** Starts the part; returns when there is something whose health can be asked. */
    void start();

    boolean healthy();

    /** Completes when the part's process ends, with a word on how. */
    CompletableFuture<String> ended();

    /** Ends the part cleanly; does nothing when it does not run. */
    void stop();

    /** Ends the part without letting it do anything more, as a power cut would. */
    void kill();

    /** The last lines of what the part said. */
    String lastWords();
}
