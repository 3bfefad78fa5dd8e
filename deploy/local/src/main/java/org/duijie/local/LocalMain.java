package org.duijie.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** The launcher of the local run, behind {@code deploy/run} and {@code deploy/token}. */
public final class LocalMain {
    /** What the person at the keyboard reads: UTF-8 whatever the locale of the machine. */
    static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private LocalMain() {}

    public static void main(String... arguments) {
        // The servers write their own logs; what their starters say would only stand between the lines of progress.
        Logger.getLogger("").setLevel(Level.OFF);
        System.exit(new CommandLine(new RunCommand())
                .addSubcommand(new TokenCommand())
                .setExecutionExceptionHandler((failure, command, parsed) -> tell(failure))
                .execute(arguments));
    }

    private static int tell(Exception failure) throws Exception {
        if (failure instanceof StartFailure) {
            System.err.println();
            System.err.println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
