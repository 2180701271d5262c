package io.milliwatt.datasets.ecg;

import io.milliwatt.datasets.edf.EdfAnnotation;
import io.milliwatt.datasets.edf.EdfKind;
import io.milliwatt.datasets.edf.EdfRecording;
import io.milliwatt.datasets.edf.EdfSignal;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.datasets.recording.SampleLimit;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Leads of an EDF file: gaps between data records are filled with missing samples, so that a sample's number tells its time. */
final class EdfImport {
    private static final int MAX_TEXT = 255;

    private final String file;
    private final EdfRecording edf;
    private final List<String> findings;

    private EdfImport(String file, EdfRecording edf) {
        this.file = file;
        this.edf = edf;
        this.findings = new ArrayList<>(edf.findings());
    }

    static EcgRecording recording(String file, EdfRecording edf) throws RecordingException {
        return new EdfImport(file, edf).recording();
    }

    private EcgRecording recording() throws RecordingException {
        double begin = edf.recordStartSeconds().isEmpty()
                ? 0
                : edf.recordStartSeconds().getFirst();
        List<EcgLead> leads = new ArrayList<>();
        long left = SampleLimit.SAMPLES;
        for (EdfSignal signal : edf.signals()) {
            long length = length(signal);
            left -= length;
            if (left < 0) {
                throw new RecordingException(
                        file,
                        "lasts so long, its gaps included, that it has more than " + SampleLimit.SAMPLES + " samples",
                        "Cut it at its gaps.");
            }
            leads.add(lead(signal, (int) length));
        }
        double rateHz = leads.stream().mapToDouble(EcgLead::sampleRateHz).max().orElse(1);
        return new EcgRecording(
                file,
                rateHz,
                leads,
                edf.header().start().map(start -> start.plus(Duration.ofNanos(Math.round(begin * 1e9)))),
                annotations(begin, rateHz),
                List.of(edf.header().patient(), edf.header().recording()),
                findings);
    }

    private long length(EdfSignal signal) {
        return edf.header().kind() != EdfKind.DISCONTINUOUS || signal.length() == 0
                ? signal.length()
                : position(signal, edf.recordStartSeconds().size() - 1)
                        + signal.description().samplesPerRecord();
    }

    private long position(EdfSignal signal, int record) {
        double since =
                edf.recordStartSeconds().get(record) - edf.recordStartSeconds().getFirst();
        return Math.max(0, Math.round(since * edf.sampleRateHz(signal)));
    }

    private EcgLead lead(EdfSignal signal, int length) {
        EdfSignal.Description about = signal.description();
        int[] samples = new int[length];
        Arrays.fill(samples, EcgLead.MISSING);
        int perRecord = about.samplesPerRecord();
        for (int record = 0; record < edf.recordStartSeconds().size(); record++) {
            int at = length == signal.length()
                    ? record * perRecord
                    : (int) Math.min(length - perRecord, position(signal, record));
            for (int i = 0; i < perRecord; i++) {
                int sample = signal.sample(record * perRecord + i);
                samples[at + i] = sample == Short.MIN_VALUE && about.digitalMinimum() > Short.MIN_VALUE
                        ? EcgLead.MISSING
                        : sample;
            }
        }
        EcgLead lead = EcgLead.owning(
                about.label(),
                edf.sampleRateHz(signal),
                samples,
                about.isCalibrated() ? about.countsPerUnit() : 1,
                about.isCalibrated() ? about.baseline() : 0,
                about.isCalibrated() ? about.unit() : "count");
        return about.isCalibrated()
                ? lead.from(new EcgLead.ConverterRange(about.digitalMinimum(), about.digitalMaximum()))
                : lead;
    }

    private List<Annotation> annotations(double begin, double rateHz) {
        List<Annotation> annotations = new ArrayList<>();
        for (EdfAnnotation annotation : edf.annotations()) {
            StringBuilder text = new StringBuilder();
            annotation.text().chars().forEach(c -> text.append(c <= 0xFF ? (char) c : '?'));
            String kept = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text.toString();
            if (!kept.equals(annotation.text())) {
                findings.add(file + " has the annotation \"" + annotation.text() + "\", whose text is kept as \"" + kept
                        + "\".");
            }
            annotations.add(new Annotation(
                    Math.round((annotation.onsetSeconds() - begin) * rateHz), AnnotationCode.COMMENT, 0, 0, 0, kept));
        }
        return annotations;
    }
}
