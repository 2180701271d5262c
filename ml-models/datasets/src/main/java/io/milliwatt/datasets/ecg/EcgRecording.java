package io.milliwatt.datasets.ecg;

import io.milliwatt.datasets.wfdb.Annotation;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Leads recorded together, from whatever file.
 *
 * @param name of the record, for messages and reports
 * @param annotationRateHz what the sample numbers of the annotations count, above 0; the leads' own rate, as a rule
 * @param leads may be empty, and may have rates of their own
 * @param start of the first sample in local time, if the file says when
 * @param annotations in the order of the file
 * @param comments what the file says besides
 * @param findings one sentence for everything about the file that is not as it should be
 */
public record EcgRecording(
        String name,
        double annotationRateHz,
        List<EcgLead> leads,
        Optional<LocalDateTime> start,
        List<Annotation> annotations,
        List<String> comments,
        List<String> findings) {
    public EcgRecording {
        Objects.requireNonNull(name, "recording name is null");
        leads = List.copyOf(leads);
        annotations = List.copyOf(annotations);
        comments = List.copyOf(comments);
        findings = List.copyOf(findings);
        if (!(annotationRateHz > 0)) {
            throw new IllegalArgumentException(
                    "annotations of " + name + " must count at more than 0 Hz, not " + annotationRateHz);
        }
    }

    /** The first lead of that name; case matters. */
    public Optional<EcgLead> lead(String leadName) {
        return leads.stream().filter(lead -> lead.name().equals(leadName)).findFirst();
    }

    /** The lead a single-lead analysis takes: MLII, else II, else the first that is called an ECG, else the first voltage. */
    public Optional<EcgLead> analysedLead() {
        return named("MLII")
                .or(() -> named("II"))
                .or(() -> voltages()
                        .filter(lead -> lead.name().toUpperCase(Locale.ROOT).matches("E[CK]G.*"))
                        .findFirst())
                .or(() -> voltages().findFirst());
    }

    /** As WFDB calls leads, and as EDF+ does: II and ECG II. */
    private Optional<EcgLead> named(String name) {
        return voltages()
                .filter(lead ->
                        lead.name().equalsIgnoreCase(name) || lead.name().equalsIgnoreCase("ECG " + name))
                .findFirst();
    }

    private Stream<EcgLead> voltages() {
        return leads.stream().filter(lead -> lead.countsPerMillivolt().isPresent());
    }

    public double durationSeconds() {
        return leads.stream()
                .mapToDouble(lead -> lead.length() / lead.sampleRateHz())
                .max()
                .orElse(0);
    }
}
