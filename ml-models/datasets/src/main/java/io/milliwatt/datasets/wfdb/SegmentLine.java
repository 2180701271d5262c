package io.milliwatt.datasets.wfdb;

import java.util.Objects;

/**
 * A line of a multi-segment record's header.
 *
 * @param recordName of the record that is this segment, or {@value #GAP}
 * @param frameCount 0 or more; 0 on a first segment that only lays out the signals of the others
 */
public record SegmentLine(String recordName, long frameCount) {
    /** Stands for a stretch in which nothing was recorded. */
    public static final String GAP = "~";

    public SegmentLine {
        Objects.requireNonNull(recordName, "segment name is null");
        if (frameCount < 0) {
            throw new IllegalArgumentException("segment length must not be negative, but is " + frameCount);
        }
    }

    public boolean isGap() {
        return recordName.equals(GAP);
    }
}
