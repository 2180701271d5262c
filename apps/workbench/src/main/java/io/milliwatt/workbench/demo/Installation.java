package io.milliwatt.workbench.demo;

import io.milliwatt.workbench.SuiteException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the built programs of the suite lie. */
public record Installation(Path home) {
    /** The property that the {@code milliwatt} command sets. */
    private static final String HOME_PROPERTY = "milliwatt.home";

    /** The home the command was started from, else the checkout around the working directory. */
    public static Installation find() {
        String given = System.getProperty(HOME_PROPERTY);
        if (given != null) {
            return new Installation(Path.of(given));
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isExecutable(folder.resolve("milliwatt"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new SuiteException(
                    "The suite's checkout was not found around the working directory: use its ./milliwatt.");
        }
        return new Installation(folder);
    }

    public Path defaultData() {
        return home.resolve(".milliwatt-data");
    }

    /** Whether every program that a demo runs has been packaged. */
    boolean isBuilt() {
        try {
            quarkusApp("gateway");
            quarkusApp("vibration");
            quarkusApp("ecg");
            quarkusApp("irrigation");
            classPath("virtual-nodes");
            return true;
        } catch (SuiteException missing) {
            return false;
        }
    }

    public Path quarkusApp(String module) {
        return required(home.resolve("apps").resolve(module).resolve("target/quarkus-app/quarkus-run.jar"));
    }

    /** The module's own jar before its libraries. */
    public String classPath(String module) {
        Path target = home.resolve("apps").resolve(module).resolve("target");
        return required(ownJar(target, module))
                + File.pathSeparator
                + target.resolve("lib").resolve("*");
    }

    private static Path ownJar(Path target, String module) {
        if (!Files.isDirectory(target)) {
            return target;
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches(module + "-[0-9].*\\.jar"))
                    .findFirst()
                    .orElse(target.resolve(module + ".jar"));
        } catch (IOException failure) {
            throw new SuiteException("The folder " + target + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static Path required(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new SuiteException(
                    file + " is missing: build the suite first with ./milliwatt demo, or mvn package.");
        }
        return file;
    }
}
