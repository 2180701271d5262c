package io.milliwatt.training.compression;

/**
 * One model on the curve of size against accuracy.
 *
 * @param modelBytes of the model's section in a bundle, trained on everything
 * @param operations multiply-accumulates or node visits of one inference, at most
 * @param macroF1 of the quantized model, cross-validated by unit
 * @param lostPoints against the full model, in hundredths; negative where the smaller one did better
 */
public record CurvePoint(
        String technique,
        String setting,
        int modelBytes,
        int operations,
        double macroF1,
        double lostPoints,
        long unitsRight,
        int units) {}
