package io.milliwatt.training.ec57;

import io.milliwatt.datasets.ecg.EcgLead;
import io.milliwatt.datasets.ecg.EcgRecording;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.ec57.TestPeriod;
import io.milliwatt.ec57.noise.NoiseStress;
import io.milliwatt.ec57.report.HeartFindings;
import io.milliwatt.ec57.report.RecordFigures;
import java.util.List;

/**
 * The lead of a record that is analysed, and what is true of it.
 *
 * @param leadIndex its place among the record's signals
 * @param reference in samples of the lead
 */
record JudgedRecord(String name, EcgLead lead, int leadIndex, List<Annotation> reference) {
    private static final int MISSING_BEFORE_ALL = 0;

    static JudgedRecord of(EcgRecording recording) throws RecordingException {
        EcgLead lead = recording
                .analysedLead()
                .orElseThrow(() -> new RecordingException(
                        recording.name(), "has no signal in millivolts", "Only ECG records can be judged."));
        double scale = lead.sampleRateHz() / recording.annotationRateHz();
        List<Annotation> reference = recording.annotations().stream()
                .map(annotation -> scale == 1 ? annotation : at(annotation, Math.round(annotation.sample() * scale)))
                .toList();
        return new JudgedRecord(recording.name(), lead, recording.leads().indexOf(lead), reference);
    }

    static Annotation at(Annotation annotation, long sample) {
        return new Annotation(
                sample,
                annotation.code(),
                annotation.subtype(),
                annotation.channel(),
                annotation.number(),
                annotation.auxiliary());
    }

    /** The same record with noise from minute 5 on; the converter's zero is taken off, as nst does. */
    JudgedRecord withNoise(EcgRecording noise, int ratioDb) throws RecordingException {
        EcgLead noiseLead = noise.leads().get(leadIndex % noise.leads().size());
        try {
            int[] signal = aboutZero(lead);
            NoiseStress stress = NoiseStress.of(
                    signal, reference, aboutZero(noiseLead), lead.sampleRateHz(), noiseLead.sampleRateHz(), ratioDb);
            EcgLead noisy = EcgLead.of(
                    lead.name(), lead.sampleRateHz(), stress.addedTo(signal), lead.countsPerUnit(), 0, lead.unit());
            return new JudgedRecord(name, noisy, leadIndex, reference);
        } catch (IllegalArgumentException unsuitable) {
            throw new RecordingException(
                    name,
                    "cannot be mixed with " + noise.name() + ": " + unsuitable.getMessage(),
                    "Leave the record or the noise out.",
                    unsuitable);
        }
    }

    /** A sample that was not recorded stands as the one before it. */
    private static int[] aboutZero(EcgLead lead) {
        int[] samples = lead.samples();
        int zero = (int) Math.round(lead.baseline());
        int before = MISSING_BEFORE_ALL;
        for (int i = 0; i < samples.length; i++) {
            before = samples[i] == EcgLead.MISSING ? before : samples[i] - zero;
            samples[i] = before;
        }
        return samples;
    }

    boolean isLongerThanLearning() {
        return lead.length()
                > TestPeriod.afterLearning(lead.sampleRateHz(), Integer.MAX_VALUE)
                        .firstSample();
    }

    RecordFigures afterLearning(HeartFindings findings) {
        return figures(findings, TestPeriod.afterLearning(lead.sampleRateHz(), lead.length()));
    }

    RecordFigures asAWhole(HeartFindings findings) {
        return figures(findings, TestPeriod.wholeRecord(lead.length()));
    }

    private RecordFigures figures(HeartFindings findings, TestPeriod period) {
        return RecordFigures.of(name, lead.sampleRateHz(), period, reference, findings);
    }
}
