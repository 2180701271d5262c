package io.milliwatt.ecg.adapter.live;

import io.milliwatt.ecg.adapter.view.AlarmView;
import io.milliwatt.ecg.adapter.view.BeatView;
import io.milliwatt.ecg.adapter.view.EventView;
import io.milliwatt.ecg.adapter.view.LabelView;
import io.milliwatt.ecg.adapter.view.NumericsView;
import io.milliwatt.ecg.adapter.view.PatientRow;
import java.util.List;

/** The messages of the live connection besides the platform's own; {@code t} in milliseconds since 1970. */
sealed interface Messages {

    String type();

    /** A patient's row has changed. */
    record Patient(String type, PatientRow patient) implements Messages {}

    /** A patient was discharged. */
    record Gone(String type, String patientId) implements Messages {}

    /** An alarm took a step. */
    record Alarm(String type, AlarmView alarm) implements Messages {}

    /** An episode began or ended. */
    record Event(String type, EventView event) implements Messages {}

    /** A person labelled something. */
    record Label(String type, LabelView label) implements Messages {}

    /** A block of samples. */
    record Wave(
            String type,
            String patientId,
            long nodeId,
            long channel,
            long t,
            double sampleRateHz,
            String unit,
            double unitsPerCount,
            short[] counts,
            long qualityFlags)
            implements Messages {}

    /** A block as its envelope. */
    record EnvelopeWave(
            String type,
            String patientId,
            long nodeId,
            long channel,
            long t,
            double stepMillis,
            String unit,
            double unitsPerCount,
            short[] min,
            short[] max,
            long qualityFlags)
            implements Messages {}

    /** A second's numbers. */
    record Numbers(String type, String patientId, long nodeId, NumericsView numerics) implements Messages {}

    /** Beats that were classified. */
    record Beats(String type, String patientId, List<BeatView> beats) implements Messages {}
}
