package io.milliwatt.energy;

/**
 * Frames of one kind.
 *
 * @param kind for people
 * @param work the bench's name for building one, MAC included; with "-bytes" behind it, for its length
 * @param perBurst how many come with each burst; below 1 where several bursts share one
 */
public record FrameLoad(String kind, String work, double perBurst) {

    /** A frame has as many bytes on every core; the bench tells them once. */
    int bytes(InstructionCounts counts) {
        return (int) counts.of(work + "-bytes", Core.M4)
                .orElseThrow(() -> new EnergyException("Nobody has built a " + kind
                        + " frame to see how long it is: report '" + work + "-bytes' in device-firmware/bench."));
    }
}
