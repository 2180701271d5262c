package io.milliwatt.datasets.wfdb;

import java.math.BigDecimal;
import java.util.StringJoiner;

/** A header as text, one line per record, signal, segment and comment. */
final class HeaderText {
    /** What header(5) allows a line, its end included. */
    static final int MAX_LINE = 255;

    private HeaderText() {}

    static String of(Header header) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        switch (header) {
            case RecordHeader record -> {
                lines.add(recordLine(record.recordLine(), "", record.signals().size()));
                record.signals().forEach(signal -> lines.add(signalLine(signal)));
            }
            case SegmentedHeader segmented -> {
                lines.add(recordLine(
                        segmented.recordLine(), "/" + segmented.segments().size(), segmented.signalCount()));
                segmented.segments().forEach(segment -> lines.add(segment.recordName() + " " + segment.frameCount()));
            }
        }
        header.comments().forEach(comment -> lines.add(("# " + comment).stripTrailing()));
        return lines.toString();
    }

    private static String recordLine(RecordLine line, String segments, int signalCount) {
        StringBuilder text =
                new StringBuilder(line.name()).append(segments).append(' ').append(signalCount);
        text.append(' ').append(number(line.frameRateHz()));
        if (line.counterRateHz() != line.frameRateHz() || line.baseCounter() != 0) {
            text.append('/')
                    .append(number(line.counterRateHz()))
                    .append('(')
                    .append(number(line.baseCounter()))
                    .append(')');
        }
        text.append(' ').append(line.frameCount());
        line.baseTime().ifPresent(time -> text.append(' ').append(RecordStart.TIME.format(time)));
        line.baseDate().ifPresent(date -> text.append(' ').append(RecordStart.DATE.format(date)));
        return text.toString();
    }

    private static String signalLine(SignalLine line) {
        StringBuilder text = new StringBuilder(line.file()).append(' ').append(line.formatNumber());
        if (line.samplesPerFrame() != 1) {
            text.append('x').append(line.samplesPerFrame());
        }
        if (line.skewSamples() != 0) {
            text.append(':').append(line.skewSamples());
        }
        if (line.byteOffset() != 0) {
            text.append('+').append(line.byteOffset());
        }
        text.append(' ').append(line.calibrated() ? number(line.gainUnitsPerPhysicalUnit()) : "0");
        text.append('(').append(line.baseline()).append(")/").append(line.physicalUnit());
        text.append(' ').append(line.adcResolutionBits()).append(' ').append(line.adcZero());
        text.append(' ')
                .append(line.initialValue())
                .append(' ')
                .append(line.checksum().orElse(0));
        return text.append(' ')
                .append(line.blockSize())
                .append(' ')
                .append(line.description())
                .toString();
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
