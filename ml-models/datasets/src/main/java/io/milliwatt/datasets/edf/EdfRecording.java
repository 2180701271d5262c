package io.milliwatt.datasets.edf;

import java.util.List;

/**
 * What a file holds.
 *
 * @param recordStartSeconds when each data record begins, since the start the header states; in files without gaps one after the other
 * @param signals each with samples for every data record; the channel of annotations is none of them
 * @param annotations in the order of the file
 * @param findings one sentence for everything that is not as it should be
 */
public record EdfRecording(
        EdfHeader header,
        List<Double> recordStartSeconds,
        List<EdfSignal> signals,
        List<EdfAnnotation> annotations,
        List<String> findings) {
    public EdfRecording {
        recordStartSeconds = List.copyOf(recordStartSeconds);
        signals = List.copyOf(signals);
        annotations = List.copyOf(annotations);
        findings = List.copyOf(findings);
        for (EdfSignal signal : signals) {
            long needed =
                    (long) recordStartSeconds.size() * signal.description().samplesPerRecord();
            if (signal.length() != needed) {
                throw new IllegalArgumentException(
                        "signal \"" + signal.description().label() + "\" has " + signal.length() + " samples; "
                                + recordStartSeconds.size() + " data records need " + needed);
            }
        }
        if (header.kind() == EdfKind.EDF && !annotations.isEmpty()) {
            throw new IllegalArgumentException("EDF holds no annotations; EDF+ does");
        }
        if (header.recordSeconds() == 0 && !signals.isEmpty()) {
            throw new IllegalArgumentException("signals need data records that last longer than 0 s");
        }
    }

    /** Samples per second of a signal. */
    public double sampleRateHz(EdfSignal signal) {
        return signal.description().samplesPerRecord() / header.recordSeconds();
    }
}
