package io.milliwatt.workbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The demo's machine whose node runs on an emulated Cortex-M4.
 *
 * @param program the firmware for the board
 */
public record EmulatedBoard(Path program) {
    static final int NODE = 109;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MACHINE = "/fleet/emulated-machine.json";

    /** Where {@code make emulated-node} leaves the program. */
    static EmulatedBoard of(Installation installation) {
        Path program = installation.home().resolve("device-firmware/build/m4/node.elf");
        if (!Files.exists(program)) {
            throw new SuiteException("The board's program " + program
                    + " is missing: start the demo with ./milliwatt demo --emulated-node, which builds it.");
        }
        return new EmulatedBoard(program);
    }

    /** The fleet file's bytes with the board's machine added. */
    static byte[] added(byte[] fleet) {
        try (InputStream machine = EmulatedBoard.class.getResourceAsStream(MACHINE)) {
            JsonNode tree = JSON.readTree(fleet);
            ((ArrayNode) tree.path("machines")).add(JSON.readTree(machine));
            return JSON.writeValueAsBytes(tree);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
