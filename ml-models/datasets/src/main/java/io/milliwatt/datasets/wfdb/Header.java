package io.milliwatt.datasets.wfdb;

import java.util.List;

/** What a header file holds. */
public sealed interface Header permits RecordHeader, SegmentedHeader {
    RecordLine recordLine();

    /** The comment lines without their number sign and the spaces around, in the order of the file. */
    List<String> comments();
}
