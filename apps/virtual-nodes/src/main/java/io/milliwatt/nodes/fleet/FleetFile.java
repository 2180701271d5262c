package io.milliwatt.nodes.fleet;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The part of a fleet file that concerns the nodes; the names and places of the machines are for the console. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FleetFile(List<NodeScenario> machines) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public FleetFile {
        machines = List.copyOf(machines);
    }

    public static FleetFile read(Path file) {
        try {
            return JSON.readValue(file.toFile(), FleetFile.class);
        } catch (IOException failure) {
            throw new FleetException("The fleet file " + file + " cannot be read: " + failure.getMessage(), failure);
        }
    }
}
