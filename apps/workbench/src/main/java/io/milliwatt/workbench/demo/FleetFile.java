package io.milliwatt.workbench.demo;

import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The fleet in force and the file that the virtual nodes read it from. */
record FleetFile(Path path, Fleet fleet) {

    /** The given file, else the demo's own fleet, which is laid into the data directory. */
    static FleetFile choose(Optional<Path> given, Optional<EmulatedBoard> board, DataDirectory data) {
        Path file = given.map(Path::toAbsolutePath).orElseGet(() -> layOut(data, board.isPresent()));
        return new FleetFile(file, Fleet.read(file));
    }

    private static Path layOut(DataDirectory data, boolean withBoard) {
        Path file = data.root().resolve("fleet.json");
        try {
            byte[] machines = Fleet.demoFile();
            return Files.write(file, withBoard ? EmulatedBoard.added(machines) : machines);
        } catch (IOException failure) {
            throw new SuiteException("The fleet file " + file + " cannot be written: " + failure.getMessage(), failure);
        }
    }
}
