package org.duijie.sample;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The sample's commands. What they print is UTF-8 whatever the locale of the machine. */
@Command(
        name = "sample",
        description = "The sample data of Duijie and what is done with it.",
        mixinStandardHelpOptions = true,
        subcommands = {AccountsCommand.class, GenerateCommand.class, LoadCommand.class, DemoCommand.class})
public final class SampleMain {
    private SampleMain() {}

    public static void main(String... args) {
        System.exit(new CommandLine(new SampleMain())
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err))
                .execute(args));
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
