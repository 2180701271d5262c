package io.milliwatt.telemetry;

/** The server's word to a node on one of its frames, end to end: the app has stored it, or refuses it. */
public record Acknowledgement(long boot, long sequence, Outcome outcome) implements FrameBody {
    public static final long KIND = 8;

    /** In the contract's order, 0 and 1. */
    public enum Outcome {
        STORED,
        REFUSED
    }

    public Acknowledgement {
        UnsignedRange.uint32(boot, "boot");
        UnsignedRange.uint32(sequence, "sequence");
    }

    @Override
    public long kind() {
        return KIND;
    }
}
