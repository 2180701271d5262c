package io.milliwatt.telemetry;

/**
 * What one valve of a node does, and why: told at each change, once a minute while it is open, and in answer to a command that
 * the node does not carry out (then closed, with the reason, and no seconds).
 *
 * @param valve 1…4
 * @param commandSequence of the command that opened it, or that is refused; 0 for none
 * @param secondsOpen since it was opened, or in all when it is closed
 * @param litres metered in that time; 0 without a meter
 * @param secondsLimit after which the node closes it by itself; 0 when closed
 */
public record ValveState(
        int valve, boolean open, Cause cause, long commandSequence, long secondsOpen, long litres, long secondsLimit)
        implements FrameBody {
    public static final long KIND = 14;
    public static final int VALVES = 4;

    /** Why a valve is as it is, in the contract's order, 0…11. */
    public enum Cause {
        COMMAND,
        /** The seconds of the command are over. */
        FINISHED,
        /** The command wanted longer than the node's own limit. */
        MAXIMUM_TIME,
        /** The node has heard nothing from the server for too long. */
        LINK_LOST,
        /** The node has started; it does so with all valves closed. */
        REBOOT,
        SENSOR_STALE,
        SENSOR_FLAGGED,
        /** Water flows though every valve is closed. */
        LEAK,
        /** No water flows though the valve is open. */
        BLOCKED,
        EMERGENCY_STOP,
        /** The command came after the moment until which it was meant. */
        TOO_LATE,
        /** The node has no such valve, or the command asks for no time. */
        NOT_POSSIBLE
    }

    public ValveState {
        if (valve < 1 || valve > VALVES) {
            throw new IllegalArgumentException("valve is " + valve + "; it must lie in 1…" + VALVES);
        }
        UnsignedRange.uint32(commandSequence, "command sequence");
        UnsignedRange.uint32(secondsOpen, "seconds open");
        UnsignedRange.uint32(litres, "litres");
        UnsignedRange.uint32(secondsLimit, "seconds until closed");
    }

    @Override
    public long kind() {
        return KIND;
    }
}
