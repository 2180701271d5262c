package io.milliwatt.training.pipeline;

import io.milliwatt.training.evaluation.Bootstrap;
import io.milliwatt.training.evaluation.Figures;
import io.milliwatt.training.evaluation.MajorityVotes;
import java.util.List;

/**
 * How one candidate fared. Points are hundredths of a share.
 *
 * @param trainer trainer and hyper-parameters
 * @param quantized of the node's integer model, cross-validated by unit: the figure that counts
 * @param inFloat of the floating-point parent on the same windows
 * @param lossPoints macro-F1 in float minus quantized, in points; negative where quantization helped by chance
 * @param interval95 of the quantized macro-F1, over units
 * @param macroAuroc mean over classes of the area under the curve of that class against the others, by quantized scores
 * @param leakyMacroF1 of the same candidate by random windows: flattering, for warning only
 * @param bundleBytes of the whole bundle with this candidate trained on everything
 * @param operations of one inference
 */
public record CandidateReport(
        String name,
        String learner,
        String inputs,
        String trainer,
        Figures quantized,
        Figures inFloat,
        double lossPoints,
        List<ClassLoss> classLosses,
        List<FoldFigure> folds,
        Bootstrap.Interval interval95,
        double macroAuroc,
        double leakyMacroF1,
        List<MajorityVotes> files,
        List<MajorityVotes> units,
        int bundleBytes,
        int modelBytes,
        int operations) {

    /** Recall and F1 of one class, float minus quantized, in points. */
    public record ClassLoss(String name, double floatF1, double quantizedF1, double lossPoints) {}

    /** Quantized figures of one fold. */
    public record FoldFigure(String leftOut, double macroF1, double accuracy) {}

    public long filesRight() {
        return files.stream().filter(MajorityVotes::right).count();
    }

    public long unitsRight() {
        return units.stream().filter(MajorityVotes::right).count();
    }
}
