package io.milliwatt.workbench.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The machines of a plant, the patients of a ward and the zones of a farm as data; what their nodes feel stands in the same file and is read by
 * the virtual nodes alone.
 *
 * @param watched id of the machine on which something is going to happen
 * @param watchedBed bed of the patient to whom something is going to happen; empty without patients
 * @param farm where the zones lie
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Fleet(
        String watched,
        List<Machine> machines,
        String watchedBed,
        List<Patient> patients,
        Farm farm,
        List<Farm.Zone> zones) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEMO = "/fleet/demo.json";

    public Fleet {
        machines = List.copyOf(machines);
        watchedBed = Optional.ofNullable(watchedBed).orElse("");
        patients = Optional.ofNullable(patients).map(List::copyOf).orElse(List.of());
        farm = Optional.ofNullable(farm).orElse(Farm.NONE);
        zones = Optional.ofNullable(zones).map(List::copyOf).orElse(List.of());
    }

    /**
     * An invented patient with one node on the chest.
     *
     * @param hasPacemaker which the monitoring station is told after the admission
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Patient(String bed, String ward, int nodeId, Identity identity, boolean hasPacemaker) {}

    /**
     * Who an invented patient is.
     *
     * @param birthDate as 1950-12-31
     */
    public record Identity(String name, String birthDate, String hospitalNumber) {}

    /**
     * A machine with one node on it.
     *
     * @param id part of its address in the console
     * @param isoGroup "1" or "2", after ISO 20816-3:2022
     * @param support "rigid" or "flexible"
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Machine(
            String id,
            String name,
            String area,
            int nodeId,
            Bearing bearing,
            double nominalSpeedRpm,
            String isoGroup,
            String support) {}

    /** A rolling bearing by its catalogue dimensions. */
    public record Bearing(
            String name,
            int rollingElements,
            double elementDiameterMillimetres,
            double pitchDiameterMillimetres,
            double contactAngleDegrees) {}

    /** The machine on which something is going to happen. */
    public Machine watchedMachine() {
        return machines.stream()
                .filter(machine -> machine.id().equals(watched))
                .findFirst()
                .orElseThrow(() -> new SuiteException(
                        "The fleet names \"" + watched + "\" as the machine to watch and has no machine of that id."));
    }

    /** The patient to whom something is going to happen. */
    public Patient watchedPatient() {
        return patients.stream()
                .filter(patient -> patient.bed().equals(watchedBed))
                .findFirst()
                .orElseThrow(() -> new SuiteException("The fleet names bed \"" + watchedBed
                        + "\" to watch and has no patient in it: correct watchedBed."));
    }

    /** The bytes of the fleet that comes with the suite. */
    static byte[] demoFile() {
        try (InputStream file = Fleet.class.getResourceAsStream(DEMO)) {
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Fleet read(Path file) {
        if (!Files.isReadable(file)) {
            throw new SuiteException("There is no readable fleet file " + file + ": correct --fleet, or leave it out.");
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), Fleet.class);
        } catch (IOException failure) {
            throw new SuiteException(
                    "The fleet file " + file + " is not as it should be: " + failure.getMessage()
                            + " Compare it with fleet.json in the demo's data folder.",
                    failure);
        }
    }
}
