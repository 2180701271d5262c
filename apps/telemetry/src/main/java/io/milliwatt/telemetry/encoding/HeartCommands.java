package io.milliwatt.telemetry.encoding;

import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.PatientTold;
import io.milliwatt.telemetry.command.HeartCommand;
import io.milliwatt.telemetry.command.HeartCommand.TellPatient;
import java.util.List;

/** Commands of the ecg domain from and to command records. */
final class HeartCommands {
    private HeartCommands() {}

    static boolean isOne(long number) {
        return number == Command.TELL_PATIENT;
    }

    static void write(MapWriter map, HeartCommand command) {
        Command body = (Command) command.body();
        map.integer(3, body.number()).integer(4, body.argument()).integers(5, body.values());
    }

    static HeartCommand read(Fields fields, long node, long stay) throws FrameException {
        List<Long> values = fields.unsignedList(5, "value", Command.MAX_VALUES, Fields.UINT32);
        if (stay == 0 || values.size() != 1 || values.getFirst() > 1) {
            throw fields.invalid("a patient is told by stay " + stay + " and the values " + values
                    + "; it must be a stay from 1 on and one value, 0 or 1");
        }
        return new TellPatient(node, new PatientTold(stay, values.getFirst() == 1));
    }
}
