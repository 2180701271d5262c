package io.milliwatt.nodes.run;

import io.milliwatt.nodes.soil.FieldScenario.TimedFault;
import io.milliwatt.nodes.soil.SoilFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Which faults are on in a zone: those of its story whose time has come, and those whose names stand in the file {@code NODE.faults} of the
 * state folder, which anybody may write while the nodes run.
 */
final class FaultSwitch {
    private static final Logger LOGGER = Logger.getLogger(FaultSwitch.class.getName());

    private final Path file;

    FaultSwitch(Path stateFolder, long nodeId) {
        file = stateFolder.resolve(nodeId + ".faults");
    }

    Set<SoilFault> present(List<TimedFault> story, long secondsSinceStart) {
        Set<SoilFault> present = EnumSet.noneOf(SoilFault.class);
        story.stream()
                .filter(timed -> secondsSinceStart >= 60 * timed.afterMinutes())
                .forEach(timed -> present.add(timed.fault()));
        if (Files.exists(file)) {
            present.addAll(switchedOn());
        }
        return present;
    }

    private Set<SoilFault> switchedOn() {
        Set<SoilFault> found = EnumSet.noneOf(SoilFault.class);
        try {
            for (String word : Files.readString(file).strip().split("[\\s,]+")) {
                if (!word.isEmpty()) {
                    found.add(SoilFault.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
                }
            }
        } catch (IOException | IllegalArgumentException unusable) {
            LOGGER.log(Level.WARNING, "The file {0} names no faults: {1}. It may hold {2}.", new Object[] {
                file, unusable.getMessage(), Arrays.toString(SoilFault.values())
            });
        }
        return found;
    }
}
