package io.milliwatt.firmware;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The boards that QEMU emulates, by {@code cross.mk} and {@code port/cortex-m/run}. */
enum EmulatedBoard {
    M4,
    M55,
    M0;

    private static final Path FIRMWARE = Path.of("../..");

    /** What of the tool chain is not installed here; empty where everything is. */
    static List<String> missingPackages() {
        Map<String, String> needed = Map.of(
                "arm-none-eabi-gcc", "gcc-arm-none-eabi and libnewlib-arm-none-eabi",
                "qemu-system-arm", "qemu-system-arm");
        return needed.entrySet().stream()
                .filter(each -> !isOnPath(each.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** What a program printed, and how it ended. */
    record Run(int status, String output) {}

    /** Builds {@code tests/emulated/PROGRAM.c} for this board and runs it with arguments. */
    Run run(String program, String... arguments) throws IOException, InterruptedException {
        String board = toString();
        Run built = execute(List.of("make", "-s", "build/" + board + "/" + program + ".elf"));
        if (built.status() != 0) {
            throw new AssertionError("The program does not build for " + board + ":\n" + built.output());
        }
        List<String> command =
                new ArrayList<>(List.of("port/cortex-m/run", board, "build/" + board + "/" + program + ".elf"));
        command.addAll(List.of(arguments));
        return execute(command);
    }

    private static Run execute(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(FIRMWARE.toFile()).redirectErrorStream(true);
        builder.environment().put("COUNTED", "no");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    /** The name in makefiles. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
