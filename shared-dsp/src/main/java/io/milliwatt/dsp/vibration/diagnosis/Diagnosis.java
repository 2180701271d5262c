package io.milliwatt.dsp.vibration.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * What one recording says about one bearing.
 *
 * @param fault the answer; {@link Fault#NONE} with confidence 0 where nothing can be said (stopped machine, constant signal)
 * @param confidence probability that the answer is right, 0..1, as calibrated on simulated rigs
 * @param evidence reasons, the weightiest first; never empty
 * @param lines the lines looked at, whether found or not
 * @param quality what is wrong with the recording
 * @param shaftHz shaft frequency used: as measured, or as stated where it could not be
 * @param shaftFound whether the recording shows the shaft
 */
public record Diagnosis(
        Fault fault,
        double confidence,
        List<Evidence> evidence,
        List<EnvelopeLine> lines,
        List<QualityFlag> quality,
        double shaftHz,
        boolean shaftFound) {

    public Diagnosis {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("A confidence must lie within 0..1, but it is " + confidence);
        }
        evidence = List.copyOf(evidence);
        lines = List.copyOf(lines);
        quality = List.copyOf(quality);
    }

    /** The same with more said about the recording, in front. */
    public Diagnosis withFlags(List<QualityFlag> more) {
        List<QualityFlag> all = new ArrayList<>(more);
        all.addAll(quality);
        return new Diagnosis(fault, confidence, evidence, lines, all, shaftHz, shaftFound);
    }

    public boolean has(QualityIssue issue) {
        return quality.stream().anyMatch(flag -> flag.issue() == issue);
    }
}
