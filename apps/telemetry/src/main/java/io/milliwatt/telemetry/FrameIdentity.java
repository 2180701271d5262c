package io.milliwatt.telemetry;

/**
 * What makes a frame this frame: two frames with the same identity are one frame, said twice.
 *
 * @param node the number given at enrolment, uint32
 * @param boot grows by at least one at each restart of the node, uint32
 * @param sequence 0, 1, 2 … within one boot, uint32
 */
public record FrameIdentity(long node, long boot, long sequence) {
    public FrameIdentity {
        UnsignedRange.uint32(node, "node");
        UnsignedRange.uint32(boot, "boot");
        UnsignedRange.uint32(sequence, "sequence");
    }
}
