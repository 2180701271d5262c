package io.milliwatt.telemetry;

import java.util.List;

/**
 * A server's wish to a node.
 *
 * @param number which command, one of the constants here
 * @param argument what it needs, uint32: for a capture the capture id that its blocks shall carry, for valves the command's sequence
 *     number, for expected rain the first day, for a patient the stay, else 0
 * @param values what it needs beyond that, at most {@value #MAX_VALUES} of uint32; none for most commands
 */
public record Command(long number, long argument, List<Long> values) implements FrameBody {
    public static final long KIND = 9;
    public static final int MAX_VALUES = 8;
    public static final long CAPTURE_WAVEFORM = 1;
    public static final long FREEZE_BASELINE = 2;
    public static final long LEARN_BASELINE_ANEW = 3;
    public static final long SEND_LEARNING_UPDATE = 4;
    public static final long CANCEL_UPDATE = 5;
    public static final long RETURN_TO_PREVIOUS_MODEL = 6;
    public static final long OPEN_VALVE = 7;
    public static final long CLOSE_VALVE = 8;
    public static final long STOP_ALL_VALVES = 9;
    public static final long LIFT_STOP = 10;
    public static final long EXPECT_RAIN = 11;
    public static final long SET_LINES = 12;
    public static final long TELL_PATIENT = 13;

    public Command {
        UnsignedRange.uint32(number, "command number");
        UnsignedRange.uint32(argument, "command argument");
        values = List.copyOf(values);
        if (values.size() > MAX_VALUES) {
            throw new IllegalArgumentException(
                    "a command has " + values.size() + " values; it must have at most " + MAX_VALUES);
        }
        values.forEach(value -> UnsignedRange.uint32(value, "a command's value"));
    }

    /** A command that one number is enough for. */
    public Command(long number, long argument) {
        this(number, argument, List.of());
    }

    @Override
    public long kind() {
        return KIND;
    }
}
