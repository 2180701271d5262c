package io.milliwatt.telemetry.command;

import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.ValveState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Something to tell a soil node or its valves. The sequence number of a valve's command is the app's own and grows with each one to a
 * node: the node opens nothing for a number that is not above the last one, and tells the number back in {@link ValveState}.
 */
public sealed interface IrrigationCommand extends NodeCommand {
    /**
     * Opens a valve for a time; the node closes it by itself.
     *
     * @param sequence uint32, above every earlier one
     * @param valve 1…4
     * @param seconds at least 1; the node's own maximum counts if it is less
     * @param latestStart the node opens nothing after it, to the second; a command may have waited for the node
     */
    record OpenValve(long node, long sequence, int valve, long seconds, Instant latestStart)
            implements IrrigationCommand {
        public OpenValve {
            requireValve(valve);
            if (seconds < 1) {
                throw new IllegalArgumentException("a valve is to open for " + seconds + " s; it must be at least 1");
            }
            requireUint32(sequence, "sequence");
            requireUint32(latestStart.getEpochSecond(), "latest start in seconds since 1970");
            latestStart = Instant.ofEpochSecond(latestStart.getEpochSecond());
        }

        @Override
        public FrameBody body() {
            return new Command(
                    Command.OPEN_VALVE, sequence, List.of((long) valve, seconds, latestStart.getEpochSecond()));
        }
    }

    /** Closes a valve; never refused. */
    record CloseValve(long node, long sequence, int valve) implements IrrigationCommand {
        public CloseValve {
            requireValve(valve);
            requireUint32(sequence, "sequence");
        }

        @Override
        public FrameBody body() {
            return new Command(Command.CLOSE_VALVE, sequence, List.of((long) valve));
        }
    }

    /** Closes every valve, and none opens until {@link LiftStop}; never refused. */
    record StopAllValves(long node, long sequence) implements IrrigationCommand {
        public StopAllValves {
            requireUint32(sequence, "sequence");
        }

        @Override
        public FrameBody body() {
            return new Command(Command.STOP_ALL_VALVES, sequence);
        }
    }

    /** Valves may open again; none does by this alone. */
    record LiftStop(long node, long sequence) implements IrrigationCommand {
        public LiftStop {
            requireUint32(sequence, "sequence");
        }

        @Override
        public FrameBody body() {
            return new Command(Command.LIFT_STOP, sequence);
        }
    }

    /**
     * The rain that is forecast, for the node's own forecast of soil water.
     *
     * @param firstDay of the seven, in the node's standard time
     * @param tenthsMillimetre rain of this and the six following days, each at most 65,535 (0.1 mm); empty: nothing is known
     */
    record ExpectRain(long node, LocalDate firstDay, List<Integer> tenthsMillimetre) implements IrrigationCommand {
        public static final int RAIN_DAYS = 7;
        public static final int MAX_TENTHS_MILLIMETRE = 0xFFFF;

        public ExpectRain {
            tenthsMillimetre = List.copyOf(tenthsMillimetre);
            if (!tenthsMillimetre.isEmpty() && tenthsMillimetre.size() != RAIN_DAYS) {
                throw new IllegalArgumentException("rain is given for " + tenthsMillimetre.size() + " days; it must be "
                        + RAIN_DAYS + ", or none");
            }
            for (int rain : tenthsMillimetre) {
                if (rain < 0 || rain > MAX_TENTHS_MILLIMETRE) {
                    throw new IllegalArgumentException(
                            "a day's rain is " + rain + " (0.1 mm); it must lie in 0…" + MAX_TENTHS_MILLIMETRE);
                }
            }
            requireUint32(firstDay.toEpochDay(), "first day in days since 1970");
        }

        @Override
        public FrameBody body() {
            return new Command(
                    Command.EXPECT_RAIN,
                    firstDay.toEpochDay(),
                    tenthsMillimetre.stream().map(Integer::longValue).toList());
        }
    }

    /**
     * Where the root zone is to be refilled and where it is full, by the node's depths from the surface downwards.
     *
     * @param lines one for each depth, at most four
     */
    record SetLines(long node, List<Lines> lines) implements IrrigationCommand {
        public static final int DEPTHS = 4;

        public SetLines {
            lines = List.copyOf(lines);
            if (lines.isEmpty() || lines.size() > DEPTHS) {
                throw new IllegalArgumentException(
                        "lines are given for " + lines.size() + " depths; it must be 1…" + DEPTHS);
            }
        }

        @Override
        public FrameBody body() {
            List<Long> values = new ArrayList<>();
            for (Lines each : lines) {
                values.add((long) each.refill());
                values.add((long) each.full());
            }
            return new Command(Command.SET_LINES, 0, values);
        }
    }

    /**
     * The two lines of one depth, water content in 0.01 % by volume.
     *
     * @param refill 0…{@code full} − 1
     * @param full at most 10,000
     */
    record Lines(int refill, int full) {
        public Lines {
            if (refill < 0 || refill >= full || full > 10_000) {
                throw new IllegalArgumentException("refill is " + refill + " and full is " + full
                        + " (0.01 %); refill must lie below full, and both in 0…10000");
            }
        }
    }

    private static void requireUint32(long value, String name) {
        if (value < 0 || value > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException(name + " is " + value + "; it must lie in 0…4294967295");
        }
    }

    private static void requireValve(int valve) {
        if (valve < 1 || valve > ValveState.VALVES) {
            throw new IllegalArgumentException("valve is " + valve + "; it must lie in 1…" + ValveState.VALVES);
        }
    }
}
