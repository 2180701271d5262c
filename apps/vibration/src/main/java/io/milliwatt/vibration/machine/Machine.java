package io.milliwatt.vibration.machine;

import io.milliwatt.dsp.vibration.SeverityLimits;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A machine in the plant.
 *
 * @param id stable, used in addresses: lower case letters, digits and hyphens
 * @param area where it stands; may be empty
 * @param node the node on it, uint32, if there is one
 * @param nominalSpeedRpm of the shaft in the watched bearing, greater than 0 and at most 120 000
 * @param limits of the machine's group and support
 */
public record Machine(
        String id,
        String name,
        String area,
        OptionalLong node,
        MountedBearing bearing,
        double nominalSpeedRpm,
        SeverityLimits limits) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int LONGEST_NAME = 200;
    private static final double FASTEST_RPM = 120_000;
    private static final long LARGEST_NODE = 0xFFFF_FFFFL;

    public Machine {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "The machine's id is '" + id
                            + "'; it must be 1 to 63 lower case letters, digits and hyphens, and must not begin with a hyphen.");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME || area.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "The machine's name must have 1 to 200 characters, and its area at most 200.");
        }
        if (node.isPresent() && (node.getAsLong() < 0 || node.getAsLong() > LARGEST_NODE)) {
            throw new IllegalArgumentException(
                    "The node's number is " + node.getAsLong() + "; it must be 0 to " + LARGEST_NODE + ".");
        }
        if (!(nominalSpeedRpm > 0 && nominalSpeedRpm <= FASTEST_RPM)) {
            throw new IllegalArgumentException(
                    "The nominal speed is " + nominalSpeedRpm + " rpm; it must be greater than 0 and at most 120000.");
        }
    }

    /** The machine's own number of a node, where it has one. */
    public Optional<Long> nodeNumber() {
        return node.isPresent() ? Optional.of(node.getAsLong()) : Optional.empty();
    }
}
