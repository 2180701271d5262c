package io.milliwatt.telemetry;

/**
 * A server's wish to a node.
 *
 * @param number which command; 1 asks for a waveform capture
 * @param argument what it needs; for a capture the capture id that its blocks shall carry, uint32
 */
public record Command(long number, long argument) implements FrameBody {
    public static final long KIND = 9;
    public static final long CAPTURE_WAVEFORM = 1;

    public Command {
        UnsignedRange.uint32(number, "command number");
        UnsignedRange.uint32(argument, "command argument");
    }

    @Override
    public long kind() {
        return KIND;
    }
}
