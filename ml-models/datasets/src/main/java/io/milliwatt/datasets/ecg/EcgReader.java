package io.milliwatt.datasets.ecg;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationFile;
import io.milliwatt.datasets.wfdb.RecordLine;
import io.milliwatt.datasets.wfdb.SignalLine;
import io.milliwatt.datasets.wfdb.WfdbReader;
import io.milliwatt.datasets.wfdb.WfdbRecord;
import io.milliwatt.datasets.wfdb.WfdbSignal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads leads and annotations from a record of WFDB. */
public final class EcgReader {
    private final WfdbReader wfdb;

    private EcgReader(WfdbReader wfdb) {
        this.wfdb = wfdb;
    }

    /** For figures: a recording that is not as it was made is refused. */
    public static EcgReader refusingDamage() {
        return new EcgReader(WfdbReader.refusingDamage());
    }

    /** For looking at what is left: damage is named in the recording's findings, samples that are gone stand as missing. */
    public static EcgReader flaggingDamage() {
        return new EcgReader(WfdbReader.flaggingDamage());
    }

    /**
     * Reads a record without annotations.
     *
     * @param record the path of a WFDB header, with or without the .hea
     */
    public EcgRecording read(Path record) throws RecordingException {
        return recording(wfdb.read(record), AnnotationFile.of(List.of()));
    }

    /**
     * Reads a record with the annotations of one annotator.
     *
     * @param record the path of a WFDB header, with or without the .hea
     * @param annotator the annotation file's name after the record's and a dot, such as atr
     */
    public EcgRecording read(Path record, String annotator) throws RecordingException {
        return recording(wfdb.read(record), wfdb.annotations(WfdbReader.annotationFile(record, annotator)));
    }

    private static EcgRecording recording(WfdbRecord record, AnnotationFile annotations) {
        RecordLine line = record.recordLine();
        List<EcgLead> leads = new ArrayList<>();
        for (WfdbSignal signal : record.signals()) {
            SignalLine about = signal.line();
            leads.add(EcgLead.owning(
                    about.description(),
                    line.frameRateHz() * about.samplesPerFrame(),
                    signal.samples(),
                    about.gainUnitsPerPhysicalUnit(),
                    about.baseline(),
                    about.physicalUnit()));
        }
        List<Annotation> all = annotations.annotations();
        return new EcgRecording(
                line.name(),
                annotations.timeResolutionHz().orElse(line.frameRateHz()),
                leads,
                line.start(),
                all,
                record.comments(),
                Stream.concat(record.findings().stream(), annotations.findings().stream())
                        .toList());
    }
}
