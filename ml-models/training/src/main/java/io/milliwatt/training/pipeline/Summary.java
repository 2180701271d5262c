package io.milliwatt.training.pipeline;

import io.milliwatt.training.evaluation.Bootstrap;
import io.milliwatt.training.evaluation.Figures;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The few figures that count, of the released candidate, cross-validated by unit and quantized.
 *
 * @param recall by class
 * @param leakyWarning says what is wrong with the figure before it
 */
public record Summary(
        String model,
        double macroF1,
        Bootstrap.Interval interval95,
        double floatMacroF1,
        double lossPoints,
        double macroAuroc,
        Map<String, Double> recall,
        long unitsRight,
        int units,
        long filesRight,
        int files,
        double leakyMacroF1,
        String leakyWarning) {

    static Summary of(CandidateReport released, String unitName) {
        Map<String, Double> recall = new LinkedHashMap<>();
        for (Figures.ClassFigures each : released.quantized().classes()) {
            recall.put(each.name(), each.recall());
        }
        return new Summary(
                released.name(),
                released.quantized().macroF1(),
                released.interval95(),
                released.inFloat().macroF1(),
                released.lossPoints(),
                released.macroAuroc(),
                recall,
                released.unitsRight(),
                released.units().size(),
                released.filesRight(),
                released.files().size(),
                released.leakyMacroF1(),
                "random windows: windows of one " + unitName
                        + " stand in training and test; not a measure of anything to expect");
    }
}
