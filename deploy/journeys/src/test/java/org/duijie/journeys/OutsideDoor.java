package org.duijie.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A program in front of the gateway that looks at everything that passes, such as that of {@code deploy/judge prism}. It is
 * named by the system property {@code duijie.journeys.door}, gets the gateway's address, prints its own, and ends when it
 * is told to.
 */
record OutsideDoor(URI address, @Nullable Process program) implements AutoCloseable {

    private static final String PROGRAM = "duijie.journeys.door";

    /** The door that was asked for, or the gateway itself. */
    static OutsideDoor before(URI gateway) {
        String named = System.getProperty(PROGRAM);
        if (named == null) {
            return new OutsideDoor(gateway, null);
        }
        try {
            Process program = new ProcessBuilder(named, gateway.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader lines = program.inputReader(StandardCharsets.UTF_8);
            String address = lines.readLine();
            if (address == null) {
                throw new IllegalStateException(named + " does not open");
            }
            return new OutsideDoor(URI.create(address), program);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        if (program != null) {
            program.destroy();
            program.onExit().join();
        }
    }
}
