package io.milliwatt.datasets.edf;

import io.milliwatt.datasets.recording.RecordingException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The channel of EDF+ that tells when each data record begins and what is said about the recording; none in EDF. */
final class AnnotationChannel {
    private final List<byte[]> records;
    private final int bytesPerRecord;

    private AnnotationChannel(List<byte[]> records) {
        this.records = records;
        int longest = records.stream().mapToInt(record -> record.length).max().orElse(0);
        this.bytesPerRecord = longest + longest % 2;
    }

    static AnnotationChannel of(String file, EdfRecording recording) throws RecordingException {
        if (recording.header().kind() == EdfKind.EDF) {
            return new AnnotationChannel(List.of());
        }
        List<Double> starts = recording.recordStartSeconds();
        if (starts.isEmpty() && !recording.annotations().isEmpty()) {
            throw new RecordingException(
                    file, "would have annotations but no data record to hold them", "Give it one data record.");
        }
        List<ByteArrayOutputStream> lists = new ArrayList<>();
        for (double start : starts) {
            ByteArrayOutputStream list = new ByteArrayOutputStream();
            new TimedText(start, OptionalDouble.empty(), List.of("")).write(list);
            lists.add(list);
        }
        int record = 0;
        for (EdfAnnotation annotation : recording.annotations()) {
            // In the record of its time, but never before the one written last: the order of the annotations is kept.
            while (record + 1 < starts.size() && starts.get(record + 1) <= annotation.onsetSeconds()) {
                record++;
            }
            new TimedText(annotation.onsetSeconds(), annotation.durationSeconds(), List.of(annotation.text()))
                    .write(lists.get(record));
        }
        return new AnnotationChannel(
                lists.stream().map(ByteArrayOutputStream::toByteArray).toList());
    }

    /** How the header describes it (EDF+ §2.2.1). */
    Optional<EdfSignal.Description> description() {
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(new EdfSignal.Description(
                        EdfLayout.ANNOTATIONS,
                        "",
                        "",
                        -1,
                        1,
                        Short.MIN_VALUE,
                        Short.MAX_VALUE,
                        "",
                        bytesPerRecord / 2));
    }

    byte[] bytes(int record) {
        return records.isEmpty() ? new byte[0] : Arrays.copyOf(records.get(record), bytesPerRecord);
    }
}
