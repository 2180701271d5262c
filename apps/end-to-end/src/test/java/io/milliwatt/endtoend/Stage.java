package io.milliwatt.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A running demo and a browser in front of it. */
final class Stage implements AutoCloseable {
    /** Where the pictures of every page go, for a person to look at. */
    static final Path PICTURES = Path.of("target", "pictures");

    private final Chromium chromium;
    private final Path data;
    private final DemoProcess demo;

    private Stage(Chromium chromium, Path data, DemoProcess demo) {
        this.chromium = chromium;
        this.data = data;
        this.demo = demo;
    }

    static Stage raise(Path executable) {
        Chromium chromium = Chromium.launch(executable);
        try {
            Path data = Files.createTempDirectory("milliwatt-end-to-end");
            return new Stage(chromium, data, DemoProcess.start(checkout(), data));
        } catch (IOException failure) {
            chromium.close();
            throw new IllegalStateException("The demo could not be started", failure);
        } catch (InterruptedException interrupted) {
            chromium.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the demo was starting", interrupted);
        }
    }

    DemoProcess demo() {
        return demo;
    }

    /** A visitor with a browser profile of his own, not signed in. */
    Console visit(ColorScheme colours) {
        return visit(colours, 1440, 900);
    }

    Console visit(ColorScheme colours, int widthPixels, int heightPixels) {
        return visit(demo.address(), colours, widthPixels, heightPixels);
    }

    private Console visit(URI address, ColorScheme colours, int widthPixels, int heightPixels) {
        return new Console(
                chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setColorScheme(colours)
                                .setViewportSize(widthPixels, heightPixels)),
                address);
    }

    /** Somebody in front of the monitoring station who is not signed in yet. */
    Console visitStation() {
        return visit(demo.monitoringAddress(), ColorScheme.LIGHT, 1440, 900);
    }

    /** Somebody who is signed in at the monitoring station. */
    Wall watchAs(String name) {
        return watchAs(name, ColorScheme.LIGHT, 1440, 900);
    }

    Wall watchAs(String name, ColorScheme colours, int widthPixels, int heightPixels) {
        Console console = visit(demo.monitoringAddress(), colours, widthPixels, heightPixels);
        console.signIn(name, demo.passwordOf(name));
        return new Wall(console);
    }

    /** Somebody who is signed in at the irrigation console. */
    Farm farmAs(String name) {
        return farmAs(name, ColorScheme.LIGHT, 1440, 900);
    }

    Farm farmAs(String name, ColorScheme colours, int widthPixels, int heightPixels) {
        Console console = visit(demo.irrigationAddress(), colours, widthPixels, heightPixels);
        console.signIn(name, demo.passwordOf(name));
        return new Farm(console);
    }

    Console visitAs(String name) {
        Console console = visit(ColorScheme.LIGHT);
        console.signIn(name, demo.passwordOf(name));
        return console;
    }

    /** Lets something go wrong in a zone of the demo, or go right again; its node notices within five seconds. */
    void lets(int node, String... faults) {
        try {
            Files.writeString(data.resolve("nodes").resolve(node + ".faults"), String.join(" ", faults));
        } catch (IOException failure) {
            throw new UncheckedIOException("The faults of node " + node + " could not be set", failure);
        }
    }

    @Override
    public void close() throws Exception {
        chromium.close();
        demo.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("milliwatt"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Run these tests inside the suite's checkout.");
            }
        }
        return folder;
    }
}
