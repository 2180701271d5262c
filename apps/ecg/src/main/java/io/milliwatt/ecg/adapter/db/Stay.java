package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.alarm.Settings;
import io.milliwatt.ecg.patient.Admission;
import java.time.Instant;
import java.util.Optional;

/** An admission with what is set for it; {@code changed} is empty while it has the defaults. */
public record Stay(Admission admission, Settings settings, Optional<Change> changed) {

    /** Who last set it, and when. */
    public record Change(Instant at, String by) {}
}
