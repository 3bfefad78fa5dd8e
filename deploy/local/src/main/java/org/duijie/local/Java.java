package org.duijie.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that run Java programs on the JDK of the launcher. */
public final class Java {
    private Java() {}

    /** The command of a runnable jar. */
    static List<String> jar(List<String> options, Path jar) {
        List<String> command = start(options);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** The command of a main class in a jar. */
    public static List<String> main(List<String> options, Path jar, String mainClass, String... arguments) {
        List<String> command = start(options);
        command.addAll(List.of("-cp", jar.toString(), mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> start(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        return command;
    }
}
