package io.milliwatt.datasets.wfdb;

import java.util.List;

/** The header of an ordinary record: one line per signal, signals of one file beside each other. */
public record RecordHeader(RecordLine recordLine, List<SignalLine> signals, List<String> comments) implements Header {
    public RecordHeader {
        signals = List.copyOf(signals);
        comments = List.copyOf(comments);
    }
}
