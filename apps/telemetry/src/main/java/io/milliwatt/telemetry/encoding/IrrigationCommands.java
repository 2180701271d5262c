package io.milliwatt.telemetry.encoding;

import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.command.IrrigationCommand;
import io.milliwatt.telemetry.command.IrrigationCommand.CloseValve;
import io.milliwatt.telemetry.command.IrrigationCommand.ExpectRain;
import io.milliwatt.telemetry.command.IrrigationCommand.LiftStop;
import io.milliwatt.telemetry.command.IrrigationCommand.Lines;
import io.milliwatt.telemetry.command.IrrigationCommand.OpenValve;
import io.milliwatt.telemetry.command.IrrigationCommand.SetLines;
import io.milliwatt.telemetry.command.IrrigationCommand.StopAllValves;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Commands of the irrigation domain from and to command records. */
final class IrrigationCommands {
    private static final int MAX_VALVE = 0xFF;

    private IrrigationCommands() {}

    static boolean isOne(long number) {
        return number >= Command.OPEN_VALVE && number <= Command.SET_LINES;
    }

    static void write(MapWriter map, IrrigationCommand command) {
        Command body = (Command) command.body();
        map.integer(3, body.number()).integer(4, body.argument());
        if (!body.values().isEmpty()) {
            map.integers(5, body.values());
        }
    }

    static IrrigationCommand read(Fields fields, long node, long number, long argument) throws FrameException {
        List<Long> values = fields.unsignedList(5, "value", Command.MAX_VALUES, Fields.UINT32);
        try {
            return command(fields, node, (int) number, argument, values);
        } catch (IllegalArgumentException outOfRange) {
            throw fields.invalid(outOfRange.getMessage());
        }
    }

    private static IrrigationCommand command(Fields fields, long node, int number, long argument, List<Long> values)
            throws FrameException {
        switch (number) {
            case (int) Command.OPEN_VALVE -> {
                require(fields, values, 3);
                return new OpenValve(
                        node, argument, valve(values), values.get(1), Instant.ofEpochSecond(values.get(2)));
            }
            case (int) Command.CLOSE_VALVE -> {
                require(fields, values, 1);
                return new CloseValve(node, argument, valve(values));
            }
            case (int) Command.STOP_ALL_VALVES -> {
                require(fields, values, 0);
                return new StopAllValves(node, argument);
            }
            case (int) Command.LIFT_STOP -> {
                require(fields, values, 0);
                return new LiftStop(node, argument);
            }
            case (int) Command.EXPECT_RAIN -> {
                return new ExpectRain(
                        node,
                        LocalDate.ofEpochDay(argument),
                        values.stream().map(IrrigationCommands::integer).toList());
            }
            default -> {
                return new SetLines(node, lines(fields, values));
            }
        }
    }

    private static int valve(List<Long> values) {
        return (int) Math.min(values.getFirst(), MAX_VALVE);
    }

    private static void require(Fields fields, List<Long> values, int count) throws FrameException {
        if (values.size() != count) {
            throw fields.invalid("there are " + values.size() + " values instead of " + count);
        }
    }

    private static List<Lines> lines(Fields fields, List<Long> values) throws FrameException {
        if (values.size() % 2 != 0) {
            throw fields.invalid("there are " + values.size() + " values, not a refill and a full line for each depth");
        }
        List<Lines> lines = new ArrayList<>();
        for (int at = 0; at < values.size(); at += 2) {
            lines.add(new Lines(integer(values.get(at)), integer(values.get(at + 1))));
        }
        return lines;
    }

    /** Out of every command's range where it is out of int's. */
    private static int integer(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE);
    }
}
