package io.milliwatt.telemetry.command;

import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.PatientTold;
import java.util.List;

/** Something to tell a node that watches a heart. */
public sealed interface HeartCommand extends NodeCommand {
    /**
     * Whose heart it is. A node begins to watch anew for another stay or another pacemaker setting than it was told last, and confirms
     * it by a status; told the same again it does nothing.
     */
    record TellPatient(long node, PatientTold patient) implements HeartCommand {
        @Override
        public FrameBody body() {
            return new Command(Command.TELL_PATIENT, patient.stay(), List.of(patient.hasPacemaker() ? 1L : 0L));
        }
    }
}
