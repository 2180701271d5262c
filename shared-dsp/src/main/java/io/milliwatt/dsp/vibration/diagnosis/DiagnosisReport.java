package io.milliwatt.dsp.vibration.diagnosis;

import io.milliwatt.dsp.vibration.FaultOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Puts the findings into words and lines.
 */
record DiagnosisReport(Verdict verdict, Findings findings, FaultOrders orders) {

    private static final int LINES_PER_PART = 3;
    private static final double WORTH_TELLING = 4;

    Diagnosis diagnosis(List<QualityFlag> quality) {
        List<Evidence> evidence = new ArrayList<>();
        quality.stream()
                .filter(flag -> flag.issue() == QualityIssue.SPEED_MISMATCH)
                .forEach(flag -> evidence.add(Evidence.of(flag.message())));
        switch (verdict.fault()) {
            case NONE ->
                evidence.add(Evidence.of(String.format(
                        Locale.ROOT,
                        "No fault line stands out: the best comb, %s, is %.1f dB high and %.1f spreads above what meaningless orders score here.",
                        name(findings.strongest()),
                        findings.strongest().meanDecibels(),
                        findings.strongest().significance())));
            case INNER_RACE, OUTER_RACE, ROLLING_ELEMENT -> evidence.add(lineEvidence(findings.strongest()));
            case UNIDENTIFIED -> {
                if (verdict.unexplained()) {
                    evidence.add(Evidence.of(unexplainedSentence()));
                }
                evidence.add(Evidence.of(impulsivenessSentence(findings.impulsiveness())));
            }
        }
        for (PartEvidence part : findings.parts()) {
            if (part.significance() >= WORTH_TELLING
                    && (verdict.fault() == Fault.UNIDENTIFIED || !part.equals(findings.strongest()))) {
                evidence.add(lineEvidence(part));
            }
        }
        evidence.add(Evidence.of(shaftSentence()));
        return new Diagnosis(
                verdict.fault(),
                verdict.confidence(),
                evidence,
                lines(),
                quality,
                findings.shaft().hertz(),
                findings.shaft().found());
    }

    static String impulsivenessSentence(double impulsiveness) {
        return String.format(
                Locale.ROOT,
                "The envelope's impulsiveness is %.1f (2.0 is plain noise, 9.5 and more is impacts all along the recording).",
                impulsiveness);
    }

    private String unexplainedSentence() {
        RepeatedImpacts impacts = findings.impacts();
        return String.format(
                Locale.ROOT,
                "Impacts repeat at %.2f Hz, order %.3f, %.1f dB above the floor; none of this bearing's parts has that order: another bearing, "
                        + "or the wrong bearing, speed or rate was stated.",
                impacts.baseHz(),
                impacts.baseHz() / findings.shaft().hertz(),
                impacts.meanDecibels());
    }

    private Evidence lineEvidence(PartEvidence part) {
        int harmonics = 0;
        int sidebands = 0;
        for (LineComb.Line line : tellingComb(part.fault()).lines()) {
            double height = part.view()
                    .heights()
                    .at(line.harmonic() * part.baseHz()
                            + line.offsetOrder() * findings.shaft().hertz());
            if (height >= EnvelopeLine.CLEAR_DECIBELS) {
                harmonics += line.offsetOrder() == 0 ? 1 : 0;
                sidebands += line.offsetOrder() == 0 ? 0 : 1;
            }
        }
        String name = name(part);
        String sentence = String.format(
                Locale.ROOT,
                "%s: lines at %.2f Hz (expected %.2f Hz, order %.4f, slip %+.1f %%) and multiples stand %.1f dB above the floor of the envelope of "
                        + "%.0f-%.0f Hz, %.1f spreads above meaningless orders; %d harmonics and %d side bands found.",
                name,
                part.baseHz(),
                part.expectedHz(),
                part.expectedHz() / findings.shaft().hertz(),
                100 * part.score().slip(),
                part.meanDecibels(),
                part.view().band().lowHz(),
                part.view().band().highHz(),
                part.significance(),
                harmonics,
                sidebands);
        return new Evidence(
                sentence,
                name,
                OptionalDouble.of(part.expectedHz() / findings.shaft().hertz()),
                OptionalDouble.of(part.expectedHz()),
                OptionalDouble.of(part.baseHz()),
                OptionalDouble.of(part.meanDecibels()),
                harmonics,
                sidebands);
    }

    /** What an analyst would look for beside the part's harmonics. */
    private LineComb tellingComb(Fault fault) {
        return switch (fault) {
            case INNER_RACE -> new LineComb(4, 2, 1);
            case ROLLING_ELEMENT -> new LineComb(4, 2, orders.cage());
            default -> LineComb.plain(4);
        };
    }

    private String name(PartEvidence part) {
        return switch (part.fault()) {
            case OUTER_RACE -> "BPFO (outer race)";
            case INNER_RACE -> "BPFI (inner race)";
            case ROLLING_ELEMENT ->
                part.expectedHz()
                                > 1.5 * orders.elementSpin() * findings.shaft().hertz()
                        ? "2xBSF (rolling element)"
                        : "BSF (rolling element)";
            case NONE, UNIDENTIFIED -> throw new IllegalStateException("no part writes lines for " + part.fault());
        };
    }

    private String shaftSentence() {
        if (findings.shaft().contradictsTheStatedSpeed()) {
            return String.format(
                    Locale.ROOT,
                    "Orders were read at the stated %.0f rpm all the same.",
                    findings.shaft().statedHz() * 60);
        }
        return findings.shaft().found()
                ? String.format(
                        Locale.ROOT,
                        "The shaft turns at %.2f Hz (%.0f rpm; stated %.0f rpm).",
                        findings.shaft().hertz(),
                        findings.shaft().hertz() * 60,
                        findings.shaft().statedHz() * 60)
                : String.format(
                        Locale.ROOT,
                        "The recording shows no shaft harmonics of its own; the stated %.0f rpm were used.",
                        findings.shaft().statedHz() * 60);
    }

    private List<EnvelopeLine> lines() {
        List<EnvelopeLine> lines = new ArrayList<>();
        for (PartEvidence part : findings.parts()) {
            String name = switch (part.fault()) {
                case OUTER_RACE -> "BPFO";
                case INNER_RACE -> "BPFI";
                default ->
                    part.expectedHz()
                                    > 1.5
                                            * orders.elementSpin()
                                            * findings.shaft().hertz()
                            ? "2xBSF"
                            : "BSF";
            };
            addLines(lines, name, part.view(), part.expectedHz(), part.baseHz());
        }
        double cageHz = orders.cage() * findings.shaft().hertz();
        addLines(lines, "FTF", findings.strongest().view(), cageHz, cageHz);
        return lines;
    }

    private void addLines(List<EnvelopeLine> lines, String name, EnvelopeView view, double expectedHz, double baseHz) {
        LineHeights heights = view.heights();
        for (int harmonic = 1; harmonic <= LINES_PER_PART && harmonic * baseHz < heights.highestHz(); harmonic++) {
            double measuredHz = heights.peakHz(harmonic * baseHz, 1.2 * heights.stepHz());
            double height = heights.at(measuredHz);
            lines.add(new EnvelopeLine(
                    name, harmonic, harmonic * expectedHz, measuredHz, height, height >= EnvelopeLine.CLEAR_DECIBELS));
        }
    }
}
