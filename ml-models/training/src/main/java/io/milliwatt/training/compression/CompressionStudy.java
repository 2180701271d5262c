package io.milliwatt.training.compression;

import io.milliwatt.training.evaluation.Candidate;
import java.util.List;

/**
 * Settings of one family of models, compared with the model as training left it.
 *
 * @param full not compressed
 * @param allowedLossPoints macro-F1 that the chosen setting may lose against the full model, in hundredths; fixed before any figure
 * @param leastSavingBytes that a change must save to be worth making
 */
public record CompressionStudy(
        Candidate full, List<CompressionSetting> settings, double allowedLossPoints, int leastSavingBytes) {
    public CompressionStudy {
        settings = List.copyOf(settings);
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("a study of " + full.name() + " needs at least one setting");
        }
    }
}
