package io.milliwatt.datasets.wfdb;

import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.Findings;
import io.milliwatt.datasets.recording.RecordingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Reads records and annotation files. Signal files are those that the header names, beside it; every file may be packed with gzip and
 * then has .gz after its name. Lengths, initial values and checksums are verified wherever a header states them.
 */
public final class WfdbReader {
    private static final String HEADER = ".hea";

    private final Supplier<Findings> findings;

    private WfdbReader(Supplier<Findings> findings) {
        this.findings = findings;
    }

    /** For figures: a record that is not as it was made is refused. */
    public static WfdbReader refusingDamage() {
        return new WfdbReader(Findings::refusingDamage);
    }

    /** For looking at what is left: damage is named in the record's findings, samples that are gone stand as missing. */
    public static WfdbReader flaggingDamage() {
        return new WfdbReader(Findings::flaggingDamage);
    }

    /**
     * Reads a header alone.
     *
     * @param record as for {@link #read(Path)}
     */
    public Header header(Path record) throws RecordingException {
        return header(headerFile(record), findings.get());
    }

    /**
     * Reads an ordinary or a multi-segment record.
     *
     * @param record the path of its header, with or without the .hea
     */
    public WfdbRecord read(Path record) throws RecordingException {
        Path file = headerFile(record);
        Findings found = findings.get();
        Header header = header(file, found);
        return switch (header) {
            case RecordHeader single ->
                new RecordReader(FileContent.name(file), single, RecordFolder.of(file), found).read();
            case SegmentedHeader segmented -> new SegmentReader(file, segmented, found).read();
        };
    }

    /**
     * Where the annotations of one annotator are kept, whether there are any or not.
     *
     * @param record as for {@link #read(Path)}
     * @param annotator the annotation file's name after the record's and a dot, such as atr
     */
    public static Path annotationFile(Path record, String annotator) throws RecordingException {
        Path header = headerFile(record);
        String name = FileContent.name(header);
        return RecordFolder.of(header).file(name, name.substring(0, name.lastIndexOf(HEADER)) + "." + annotator);
    }

    /** Reads the annotations of one file, such as 100.atr. */
    public AnnotationFile annotations(Path file) throws RecordingException {
        return AnnotationReader.read(file, findings.get());
    }

    static Header header(Path file, Findings findings) throws RecordingException {
        String name = FileContent.name(file);
        Header header = HeaderReader.read(name, RecordFolder.text(file), findings);
        if (!name.startsWith(header.recordLine().name())) {
            findings.note(name, "states the record name " + header.recordLine().name() + "; it may have been renamed");
        }
        return header;
    }

    static Path headerFile(Path record) {
        String name = FileContent.name(record);
        Path plain =
                name.endsWith(HEADER) || name.endsWith(HEADER + ".gz") ? record : record.resolveSibling(name + HEADER);
        Path packed = plain.resolveSibling(FileContent.name(plain) + ".gz");
        return !Files.exists(plain) && Files.isRegularFile(packed) ? packed : plain;
    }
}
