package io.milliwatt.ecg.signal;

import java.time.Instant;
import java.util.List;

/** The signal of a patient from one time to another, sample by sample, with its beats. */
public record Strip(String patient, Instant from, Instant to, List<Trace> traces, List<Beat> beats) {

    public Strip {
        traces = List.copyOf(traces);
        beats = List.copyOf(beats);
    }
}
