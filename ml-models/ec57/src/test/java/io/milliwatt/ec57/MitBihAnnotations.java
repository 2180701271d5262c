package io.milliwatt.ec57;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.catalogue.MitBihDataSet;
import io.milliwatt.datasets.catalogue.MitBihRecord;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.WfdbReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The reference annotations of the MIT-BIH Arrhythmia Database, where it is at hand. */
public final class MitBihAnnotations {
    public static final double RATE_HZ = 360;
    public static final long SAMPLES = 650_000;
    private static final String FOLDER = "ecg/mitdb";

    private MitBihAnnotations() {}

    public static List<Annotation> of(int record) {
        var folder = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence(FOLDER));
        Path file = folder.orElseThrow().resolve(record + "." + MitBihDataSet.REFERENCE_ANNOTATOR);
        try {
            return WfdbReader.refusingDamage().annotations(file).annotations();
        } catch (RecordingException e) {
            throw new AssertionError(e);
        }
    }

    /** After minute 5, the reference as its own test. */
    public static ComparedRecord withItself(int record) {
        return with(record, of(record));
    }

    /** After minute 5. */
    public static ComparedRecord with(int record, List<Annotation> test) {
        return new ComparedRecord(
                Integer.toString(record), RATE_HZ, TestPeriod.afterLearning(RATE_HZ, SAMPLES), of(record), test);
    }

    public static List<Integer> all() {
        return numbers(MitBihDataSet.records());
    }

    public static List<Integer> of(MitBihRecord.Part part) {
        return numbers(MitBihDataSet.records(part));
    }

    private static List<Integer> numbers(List<MitBihRecord> records) {
        return records.stream().map(MitBihRecord::number).toList();
    }
}
