package io.milliwatt.datasets.ecg;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.datasets.wfdb.RecordLine;
import io.milliwatt.datasets.wfdb.SignalFormat;
import io.milliwatt.datasets.wfdb.SignalLine;
import io.milliwatt.datasets.wfdb.WfdbRecord;
import io.milliwatt.datasets.wfdb.WfdbSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** A recording as a WFDB record: one signal file named after the record, its frames at the rate of the slowest lead. */
public final class WfdbExport {
    private WfdbExport() {}

    /**
     * @param name of the record
     * @param format of its signal file
     * @throws RecordingException when the rates of the leads are no multiples of the slowest one
     */
    public static WfdbRecord of(EcgRecording recording, String name, SignalFormat format) throws RecordingException {
        double frameRateHz = recording.leads().stream()
                .mapToDouble(EcgLead::sampleRateHz)
                .min()
                .orElse(recording.annotationRateHz());
        int frames = (int) Math.ceil(recording.durationSeconds() * frameRateHz - 1e-6);
        List<WfdbSignal> signals = new ArrayList<>();
        for (EcgLead lead : recording.leads()) {
            double perFrame = lead.sampleRateHz() / frameRateHz;
            if (Math.abs(perFrame - Math.rint(perFrame)) > 1e-9) {
                throw new RecordingException(
                        recording.name(),
                        "has leads at " + frameRateHz + " and " + lead.sampleRateHz()
                                + " Hz, and WFDB needs whole multiples",
                        "Resample one of them.");
            }
            int[] samples = Arrays.copyOf(lead.samples(), frames * (int) Math.rint(perFrame));
            if (samples.length > lead.length()) {
                Arrays.fill(samples, lead.length(), samples.length, WfdbSignal.MISSING);
            }
            signals.add(WfdbSignal.of(line(name, format, lead, (int) Math.rint(perFrame)), samples));
        }
        RecordLine line = new RecordLine(
                name,
                frameRateHz,
                frameRateHz,
                0,
                frames,
                recording.start().map(start -> start.toLocalTime()),
                recording.start().map(start -> start.toLocalDate()));
        return new WfdbRecord(line, signals, recording.comments(), List.of());
    }

    private static SignalLine line(String name, SignalFormat format, EcgLead lead, int perFrame) {
        int baseline = (int) Math.rint(lead.baseline());
        return new SignalLine(
                name + ".dat",
                format.number(),
                perFrame,
                0,
                0,
                lead.countsPerUnit(),
                true,
                baseline,
                lead.unit(),
                format.defaultResolutionBits(),
                0,
                0,
                OptionalInt.empty(),
                0,
                lead.name());
    }
}
