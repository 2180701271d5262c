package io.milliwatt.datasets.field;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.balance.LayeredSoil;
import io.milliwatt.dsp.soil.balance.SoilLayer;
import io.milliwatt.dsp.soil.balance.WaterLimits;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Soil files (.sol): the depth in cm at which each layer ends, and its contents at field capacity, wilting point and begin. A layer whose fitted
 * field capacity fell below its wilting point is one that gives no water.
 */
public final class FieldLayers {
    private static final double CENTIMETRES_PER_METRE = 100;

    private FieldLayers() {}

    public static LayeredSoil read(Path file) throws RecordingException {
        FieldText text = FieldText.read(file);
        List<SoilLayer> layers = new ArrayList<>();
        for (FieldText.Line line : text.lines()) {
            if (line.text().matches("\\s*[\\d.]+\\s+[\\d.]+\\s+[\\d.]+\\s+[\\d.]+\\s*")) {
                try {
                    layers.add(new SoilLayer(
                            text.number(line, 0) / CENTIMETRES_PER_METRE,
                            WaterLimits.ofFractions(
                                    text.number(line, 1), Math.min(text.number(line, 1), text.number(line, 2))),
                            WaterContent.ofFraction(text.number(line, 3))));
                } catch (IllegalArgumentException e) {
                    throw text.damaged(line, e.getMessage());
                }
            }
        }
        try {
            return new LayeredSoil(layers);
        } catch (IllegalArgumentException e) {
            throw new RecordingException(
                    text.file(), "describes no soil: " + e.getMessage(), "Give its layers from the top down.", e);
        }
    }
}
