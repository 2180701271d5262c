package io.milliwatt.nodes.fleet;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The part of a fleet file that concerns the nodes; the names and places of machines, patients and zones are for the consoles. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FleetFile(List<NodeScenario> machines, List<PatientNode> patients, List<ZoneNode> zones) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public FleetFile {
        machines = Optional.ofNullable(machines).map(List::copyOf).orElse(List.of());
        patients = Optional.ofNullable(patients).map(List::copyOf).orElse(List.of());
        zones = Optional.ofNullable(zones).map(List::copyOf).orElse(List.of());
    }

    public static FleetFile read(Path file) {
        try {
            return JSON.readValue(file.toFile(), FleetFile.class);
        } catch (IOException failure) {
            throw new FleetException("The fleet file " + file + " cannot be read: " + failure.getMessage(), failure);
        }
    }
}
