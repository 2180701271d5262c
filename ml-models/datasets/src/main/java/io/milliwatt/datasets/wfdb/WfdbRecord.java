package io.milliwatt.datasets.wfdb;

import java.util.List;

/**
 * A record as WFDB keeps it.
 *
 * @param recordLine with the number of frames that were read
 * @param signals each with as many frames
 * @param comments without number signs
 * @param findings one sentence for everything that is not as the files say
 */
public record WfdbRecord(
        RecordLine recordLine, List<WfdbSignal> signals, List<String> comments, List<String> findings) {
    public WfdbRecord {
        signals = List.copyOf(signals);
        comments = List.copyOf(comments);
        findings = List.copyOf(findings);
        for (WfdbSignal signal : signals) {
            if (signal.length() != recordLine.frameCount() * signal.line().samplesPerFrame()) {
                throw new IllegalArgumentException(
                        "signal \"" + signal.line().description() + "\" has " + signal.length()
                                + " samples; " + recordLine.frameCount() + " frames of "
                                + signal.line().samplesPerFrame() + " are needed");
            }
        }
    }
}
