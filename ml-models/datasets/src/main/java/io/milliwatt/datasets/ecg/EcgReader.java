package io.milliwatt.datasets.ecg;

import io.milliwatt.datasets.edf.EdfReader;
import io.milliwatt.datasets.reader.FileContent;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.datasets.wfdb.AnnotationFile;
import io.milliwatt.datasets.wfdb.WfdbReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads leads and annotations of a WFDB record or an EDF file. */
public final class EcgReader {
    private static final String SAMPLES = ".dat";

    private final WfdbReader wfdb;
    private final EdfReader edf;

    private EcgReader(WfdbReader wfdb, EdfReader edf) {
        this.wfdb = wfdb;
        this.edf = edf;
    }

    /** For figures: a recording that is not as it was made is refused. */
    public static EcgReader refusingDamage() {
        return new EcgReader(WfdbReader.refusingDamage(), EdfReader.refusingDamage());
    }

    /** For looking at what is left: damage is named in the recording's findings, samples that are gone stand as missing. */
    public static EcgReader flaggingDamage() {
        return new EcgReader(WfdbReader.flaggingDamage(), EdfReader.flaggingDamage());
    }

    /** Whether a path names a file of EDF: by its ending, .edf or .edf.gz. */
    public static boolean isEdf(Path record) {
        String name = FileContent.name(record).toLowerCase(Locale.ROOT);
        return name.endsWith(".edf") || name.endsWith(".edf.gz");
    }

    /**
     * Reads a recording; of WFDB without annotations, of EDF+ with those in the file, each as a comment.
     *
     * @param record an .edf file, or the path of a WFDB header, with or without the .hea
     */
    public EcgRecording read(Path record) throws RecordingException {
        if (isEdf(record)) {
            return EdfImport.recording(FileContent.name(record), edf.read(record));
        }
        return WfdbImport.recording(wfdb.read(header(record)), AnnotationFile.of(List.of()));
    }

    /** The file of the samples is often named where its header is meant. */
    private static Path header(Path record) throws RecordingException {
        String name = FileContent.name(record);
        if (name.toLowerCase(Locale.ROOT).endsWith(SAMPLES) && Files.exists(record)) {
            throw new RecordingException(
                    name,
                    "holds samples without their rate and gain",
                    "Name the record by its header, as in " + name.substring(0, name.length() - SAMPLES.length())
                            + ".");
        }
        return record;
    }

    /**
     * Reads a recording with the annotations of one annotator; those that an EDF file holds itself are left out.
     *
     * @param record an .edf file, or the path of a WFDB header, with or without the .hea
     * @param annotator the annotation file's name after the record's and a dot, such as atr; of an EDF file after its whole name
     */
    public EcgRecording read(Path record, String annotator) throws RecordingException {
        if (!isEdf(record)) {
            return WfdbImport.recording(
                    wfdb.read(record), wfdb.annotations(WfdbReader.annotationFile(record, annotator)));
        }
        EcgRecording recording = read(record);
        AnnotationFile annotations =
                wfdb.annotations(record.resolveSibling(FileContent.name(record) + "." + annotator));
        return new EcgRecording(
                recording.name(),
                annotations.timeResolutionHz().orElse(recording.annotationRateHz()),
                recording.leads(),
                recording.start(),
                annotations.annotations(),
                recording.comments(),
                Stream.concat(recording.findings().stream(), annotations.findings().stream())
                        .toList());
    }
}
