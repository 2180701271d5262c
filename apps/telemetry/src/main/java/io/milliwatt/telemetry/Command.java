package io.milliwatt.telemetry;

/**
 * A server's wish to a node.
 *
 * @param number which command, one of the constants here
 * @param argument what it needs, uint32: for a capture the capture id that its blocks shall carry, else 0
 */
public record Command(long number, long argument) implements FrameBody {
    public static final long KIND = 9;
    public static final long CAPTURE_WAVEFORM = 1;
    public static final long FREEZE_BASELINE = 2;
    public static final long LEARN_BASELINE_ANEW = 3;
    public static final long SEND_LEARNING_UPDATE = 4;
    public static final long CANCEL_UPDATE = 5;
    public static final long RETURN_TO_PREVIOUS_MODEL = 6;

    public Command {
        UnsignedRange.uint32(number, "command number");
        UnsignedRange.uint32(argument, "command argument");
    }

    @Override
    public long kind() {
        return KIND;
    }
}
