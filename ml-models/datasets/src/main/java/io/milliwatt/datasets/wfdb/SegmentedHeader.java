package io.milliwatt.datasets.wfdb;

import java.util.List;

/**
 * The header of a record that is made of other records, one after the other.
 *
 * @param signalCount as stated; each segment has as many, unless the first one lays them out
 * @param segments at least one
 */
public record SegmentedHeader(RecordLine recordLine, int signalCount, List<SegmentLine> segments, List<String> comments)
        implements Header {
    public SegmentedHeader {
        segments = List.copyOf(segments);
        comments = List.copyOf(comments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("record " + recordLine.name() + " has no segment");
        }
    }

    /** Whether the first segment has no samples and names the signals that any of the others may have. */
    public boolean hasLayout() {
        return segments.getFirst().frameCount() == 0 && !segments.getFirst().isGap();
    }
}
