package io.milliwatt.workbench.demo;

import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The fleet in force and the file that the virtual nodes read it from. */
record FleetFile(Path path, Fleet fleet) {

    /** The given file, else the demo's own fleet, which is laid into the data directory. */
    static FleetFile choose(Optional<Path> given, DataDirectory data) {
        Path file = given.map(Path::toAbsolutePath).orElseGet(() -> layOut(data));
        return new FleetFile(file, Fleet.read(file));
    }

    private static Path layOut(DataDirectory data) {
        Path file = data.root().resolve("fleet.json");
        try {
            return Files.write(file, Fleet.demoFile());
        } catch (IOException failure) {
            throw new SuiteException("The fleet file " + file + " cannot be written: " + failure.getMessage(), failure);
        }
    }
}
