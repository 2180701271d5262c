package io.milliwatt.training.pipeline;

import java.util.Locale;

/**
 * Refuses a model that quantization has spoiled.
 *
 * @param maxLossPoints macro-F1 in float minus quantized, in hundredths
 */
public record QuantizationGate(double maxLossPoints) {
    /** What the suite promises: half a point. */
    public static QuantizationGate standard() {
        return new QuantizationGate(0.5);
    }

    /** Whether the candidate may be exported. */
    public boolean lets(CandidateReport report) {
        return report.lossPoints() <= maxLossPoints;
    }

    /** @throws ExportRefusedException when the loss is over the limit */
    public void check(CandidateReport report) throws ExportRefusedException {
        if (!lets(report)) {
            throw new ExportRefusedException(String.format(
                    Locale.ROOT,
                    "%s loses %.2f points of macro-F1 by quantization (%.4f in float, %.4f quantized) and at most %.2f are "
                            + "allowed; nothing was exported. Train another candidate or choose finer scales.",
                    report.name(),
                    report.lossPoints(),
                    report.inFloat().macroF1(),
                    report.quantized().macroF1(),
                    maxLossPoints));
        }
    }
}
