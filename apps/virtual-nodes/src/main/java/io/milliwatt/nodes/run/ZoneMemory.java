package io.milliwatt.nodes.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The soil around a node as it was last, so that a restart of the program does not refill it. */
final class ZoneMemory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** @param epochSeconds when it was so */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Kept(double[] waterFractions, long epochSeconds) {}

    ZoneMemory(Path stateFolder, long nodeId) {
        file = stateFolder.resolve(nodeId + ".soil");
    }

    Optional<Kept> read() {
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Kept.class)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "The soil in " + file + " cannot be read; delete it to begin anew.", unreadable);
        }
    }

    void keep(double[] waterFractions, long epochSeconds) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            JSON.writeValue(draft.toFile(), new Kept(waterFractions, epochSeconds));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("The soil cannot be kept in " + file + ".", failure);
        }
    }
}
