package io.milliwatt.workbench.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that runs a Java program of the suite with the JVM of this one. The first compiler tier and the serial
 * collector halve the start of several JVMs on two cores (16.9 s to 9.4 s for four apps) and save memory. Room for code and
 * classes is set aside as address space, not as memory: when they come near its limits the whole heap is collected, which an
 * app with a fleet feels for hundreds of milliseconds.
 */
public final class JvmCommand {
    private static final List<String> FLAGS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:ReservedCodeCacheSize=128m",
            "-XX:MetaspaceSize=128m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private JvmCommand() {}

    /** A program given by its class path and main class. */
    public static List<String> ofClass(String classPath, String mainClass, int heapMegabytes, List<String> arguments) {
        List<String> command = start(heapMegabytes);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        return command;
    }

    /** A program given by its runnable jar. */
    public static List<String> ofJar(Path jar, int heapMegabytes) {
        List<String> command = start(heapMegabytes);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static List<String> start(int heapMegabytes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-Xmx" + heapMegabytes + "m");
        return command;
    }
}
