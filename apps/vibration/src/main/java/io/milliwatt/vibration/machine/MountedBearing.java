package io.milliwatt.vibration.machine;

import io.milliwatt.dsp.vibration.BearingGeometry;

/** The bearing that a node listens to, by its trade name and its geometry. */
public record MountedBearing(String name, BearingGeometry geometry) {
    public MountedBearing {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The bearing's name is blank; give its designation, such as 6205.");
        }
    }
}
