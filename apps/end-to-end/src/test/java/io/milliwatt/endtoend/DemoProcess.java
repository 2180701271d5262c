package io.milliwatt.endtoend;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code milliwatt demo} as a process; what it prints for people is all that the tests know of it. */
final class DemoProcess implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(4);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ADDRESS = Pattern.compile("Maintenance console\\s+(http://\\S+)");
    private static final Pattern MONITORING = Pattern.compile("Monitoring station\\s+(http://\\S+)");
    private static final Pattern IRRIGATION = Pattern.compile("Irrigation console\\s+(http://\\S+)");
    private static final Pattern LOGIN =
            Pattern.compile("(?:log in as|or)\\s+(technician|viewer|clinician|administrator|agronomist)\\s+(\\S+)");
    private static final Pattern WATCHED_BED = Pattern.compile("bed (\\S+): a ventricular tachycardia");
    private static final Pattern WATCHED = Pattern.compile("Watch \"([^\"]+)\"");

    private final Process process;
    private final String greeting;
    private final Path home;
    private final Path data;

    private DemoProcess(Process process, String greeting, Path home, Path data) {
        this.process = process;
        this.greeting = greeting;
        this.home = home;
        this.data = data;
    }

    /** Returns when the launcher has greeted, that is when everything is ready. */
    static DemoProcess start(Path home, Path data) throws IOException, InterruptedException {
        Process process = command(home, "demo", "--data", data.toString(), "--port", "0")
                .redirectErrorStream(true)
                .start();
        CompletableFuture<String> greeting = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> follow(process, greeting));
        try {
            return new DemoProcess(process, greeting.get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS), home, data);
        } catch (ExecutionException | TimeoutException failure) {
            process.destroy();
            throw new IllegalStateException("The demo did not become ready within " + START_PATIENCE, failure);
        }
    }

    /** Runs {@code milliwatt update} against this demo; returns what it prints for programs. */
    String update(String... options) throws IOException, InterruptedException {
        ProcessBuilder update = command(home, "update", "--json", "--data", data.toString());
        update.command().addAll(List.of(options));
        Process running = update.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (running.waitFor() != 0) {
            throw new IllegalStateException("The update did not end well:\n" + output);
        }
        return output;
    }

    private static ProcessBuilder command(Path home, String... arguments) {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // As the milliwatt command starts it.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dmilliwatt.home=" + home,
                "-cp",
                classPath(home),
                "io.milliwatt.workbench.Workbench");
        command.command().addAll(List.of(arguments));
        return command;
    }

    URI address() {
        return URI.create(found(ADDRESS, 1));
    }

    URI monitoringAddress() {
        return URI.create(found(MONITORING, 1));
    }

    URI irrigationAddress() {
        return URI.create(found(IRRIGATION, 1));
    }

    /** The bed of the patient whose heart the demo lets run away. */
    String watchedBed() {
        return found(WATCHED_BED, 1);
    }

    /** The machine on which the demo lets a damage develop. */
    String watchedMachine() {
        return found(WATCHED, 1);
    }

    String passwordOf(String name) {
        Matcher matcher = LOGIN.matcher(greeting);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2);
            }
        }
        throw new IllegalStateException("The greeting names no password of " + name + ":\n" + greeting);
    }

    /** Kills the console's server as a power cut would; the launcher starts it again by itself. */
    void killConsoleServer() {
        ProcessHandle server = process.descendants()
                .filter(DemoProcess::isConsoleServer)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No process of the demo runs apps/vibration."));
        server.destroyForcibly();
        server.onExit().join();
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> programs = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            programs.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String found(Pattern pattern, int group) {
        Matcher matcher = pattern.matcher(greeting);
        if (!matcher.find()) {
            throw new IllegalStateException("The greeting has nothing like " + pattern + ":\n" + greeting);
        }
        return matcher.group(group);
    }

    /** Reads on for as long as the demo runs, or it would stop at a full pipe. */
    private static void follow(Process process, CompletableFuture<String> greeting) {
        StringBuilder text = new StringBuilder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                text.append(line).append('\n');
                if (line.contains("Press Ctrl-C")) {
                    greeting.complete(text.toString());
                }
            }
        } catch (IOException gone) {
            text.append(gone);
        }
        greeting.completeExceptionally(new IllegalStateException("The demo ended while it started:\n" + text));
    }

    private static boolean isConsoleServer(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line ->
                        line.contains(Path.of("apps", "vibration", "target").toString()))
                .isPresent();
    }

    private static String classPath(Path home) {
        Path target = home.resolve("apps/workbench/target");
        try (Stream<Path> files = Files.list(target)) {
            String jar = files.map(Path::toString)
                    .filter(file -> file.matches(".*/workbench-[0-9][^/]*\\.jar"))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
            return jar + File.pathSeparator + target.resolve("lib") + File.separator + "*";
        } catch (IOException missing) {
            throw new UncheckedIOException("Package the suite first: mvn verify from the checkout's root.", missing);
        }
    }
}
