package io.milliwatt.datasets.ecg;

import io.milliwatt.datasets.edf.EdfAnnotation;
import io.milliwatt.datasets.edf.EdfHeader;
import io.milliwatt.datasets.edf.EdfKind;
import io.milliwatt.datasets.edf.EdfRecording;
import io.milliwatt.datasets.edf.EdfSignal;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A recording as EDF+ without gaps. Its data records last the fewest whole seconds that hold whole samples of every lead. Samples that
 * were not recorded, and those that fill up the last data record, are −32768, one below the digital minimum that the header states.
 */
public final class EdfExport {
    private static final int MAX_RECORD_SECONDS = 3600;

    private final EcgRecording recording;

    private EdfExport(EcgRecording recording) {
        this.recording = recording;
    }

    /**
     * @param patient the patient field, {@link EdfHeader#UNKNOWN_PATIENT} for nobody
     * @throws RecordingException when a sample has more than 16 bits, or a rate that whole seconds do not fit
     */
    public static EdfRecording of(EcgRecording recording, String patient) throws RecordingException {
        return new EdfExport(recording).edf(patient);
    }

    private EdfRecording edf(String patient) throws RecordingException {
        int recordSeconds = recordSeconds();
        int records = (int) Math.ceil(recording.durationSeconds() / recordSeconds - 1e-9);
        Optional<LocalDateTime> wholeSecond = recording.start().map(start -> start.truncatedTo(ChronoUnit.SECONDS));
        double begin = recording.start().map(start -> start.getNano() / 1e9).orElse(0.0);
        List<Double> starts = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            starts.add(begin + (double) i * recordSeconds);
        }
        List<EdfSignal> signals = new ArrayList<>();
        for (EcgLead lead : recording.leads()) {
            signals.add(signal(lead, recordSeconds, records));
        }
        EdfHeader header = new EdfHeader(
                EdfKind.CONTINUOUS,
                patient,
                EdfHeader.recordingOf(wholeSecond.map(LocalDateTime::toLocalDate)),
                wholeSecond,
                recordSeconds);
        return new EdfRecording(header, starts, signals, annotations(begin), recording.findings());
    }

    private int recordSeconds() throws RecordingException {
        for (int seconds = 1; seconds <= MAX_RECORD_SECONDS; seconds++) {
            int candidate = seconds;
            if (recording.leads().stream().allMatch(lead -> isWhole(lead.sampleRateHz() * candidate))) {
                return seconds;
            }
        }
        throw new RecordingException(
                recording.name(),
                "has a lead whose samples fit no data record of up to " + MAX_RECORD_SECONDS + " whole seconds",
                "Resample it to a whole number of hertz.");
    }

    private static boolean isWhole(double samples) {
        return samples >= 1 && Math.abs(samples - Math.rint(samples)) < 1e-6;
    }

    private EdfSignal signal(EcgLead lead, int recordSeconds, int records) throws RecordingException {
        int perRecord = (int) Math.round(lead.sampleRateHz() * recordSeconds);
        short[] samples = new short[records * perRecord];
        Arrays.fill(samples, Short.MIN_VALUE);
        for (int i = 0; i < lead.length(); i++) {
            int sample = lead.sample(i);
            if (sample == EcgLead.MISSING) {
                continue;
            }
            if (sample < EdfSignal.MIN_RECORDED || sample > Short.MAX_VALUE) {
                throw new RecordingException(
                        recording.name(),
                        "has the value " + sample + " as sample " + i + " of lead " + lead.name()
                                + ", and EDF holds -32767 to 32767",
                        "Write it as WFDB in format 24 or 32.");
            }
            samples[i] = (short) sample;
        }
        return EdfSignal.of(
                EdfSignal.Description.of(
                        lead.name(),
                        lead.unit().replaceAll("[µμ]", "u"),
                        lead.countsPerUnit(),
                        lead.baseline(),
                        perRecord),
                samples);
    }

    private List<EdfAnnotation> annotations(double begin) {
        List<EdfAnnotation> annotations = new ArrayList<>();
        for (Annotation annotation : recording.annotations()) {
            annotations.add(
                    EdfAnnotation.of(begin + annotation.sample() / recording.annotationRateHz(), text(annotation)));
        }
        return annotations;
    }

    /** WFDB's mnemonic, the text that goes with it, or both; a rhythm and a comment are their text. */
    private static String text(Annotation annotation) {
        String auxiliary = annotation.auxiliary().replaceAll("[\\x00\\x14\\x15]", " ");
        boolean textAlone =
                annotation.code() == AnnotationCode.RHYTHM_CHANGE || annotation.code() == AnnotationCode.COMMENT;
        return auxiliary.isEmpty() || !textAlone ? (annotation.code().mnemonic() + " " + auxiliary).strip() : auxiliary;
    }
}
