package io.milliwatt.datasets.field;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.balance.FieldSoil;
import io.milliwatt.dsp.soil.balance.WaterLimits;
import io.milliwatt.dsp.soil.crop.CoefficientCurve;
import io.milliwatt.dsp.soil.crop.Crop;
import io.milliwatt.dsp.soil.crop.StageLengths;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A parameter file (.par): a crop, one soil for all depths, and the evaporation layer.
 *
 * @param evaporationDepthMetres Ze
 * @param readilyEvaporable REW, mm
 * @param curveNumber CN2; older files have none
 */
public record FieldParameters(
        Crop crop,
        WaterLimits limits,
        WaterContent initial,
        double evaporationDepthMetres,
        double readilyEvaporable,
        OptionalDouble curveNumber) {

    public static FieldParameters read(Path file) throws RecordingException {
        FieldText text = FieldText.read(file);
        Map<String, Double> values = new HashMap<>();
        for (FieldText.Line line : text.lines()) {
            String[] fields = line.fields();
            if (fields.length >= 2 && fields[0].matches("[-+.0-9eE]+")) {
                values.put(fields[1].replace(",", ""), text.number(line, 0));
            }
        }
        try {
            return of(new Values(text.file(), values));
        } catch (IllegalArgumentException e) {
            throw new RecordingException(
                    text.file(), "describes no possible field: " + e.getMessage(), "Correct the value.", e);
        }
    }

    public FieldSoil uniformSoil() {
        return FieldSoil.uniform(limits, initial);
    }

    private static FieldParameters of(Values values) throws RecordingException {
        Crop crop = new Crop(
                new CoefficientCurve(
                        values.get("Kcmini", "Kcbini"), values.get("Kcmmid", "Kcbmid"), values.get("Kcmend", "Kcbend")),
                new CoefficientCurve(values.get("Kcbini"), values.get("Kcbmid"), values.get("Kcbend")),
                new StageLengths(values.days("Lini"), values.days("Ldev"), values.days("Lmid"), values.days("Lend")),
                values.get("hini"),
                values.get("hmax"),
                values.get("Zrini"),
                values.get("Zrmax"),
                values.get("pbase"));
        return new FieldParameters(
                crop,
                WaterLimits.ofFractions(values.get("thetaFC"), values.get("thetaWP")),
                WaterContent.ofFraction(values.get("theta0")),
                values.get("Ze"),
                values.get("REW"),
                values.optional("CN2"));
    }

    private record Values(String file, Map<String, Double> byName) {
        double get(String name) throws RecordingException {
            Double value = byName.get(name);
            if (value == null) {
                throw new RecordingException(file, "lacks the parameter " + name, "Add a line for it.");
            }
            return value;
        }

        /** Files of before version 1.4 know no single coefficients. */
        double get(String name, String older) throws RecordingException {
            return byName.containsKey(name) ? get(name) : get(older);
        }

        int days(String name) throws RecordingException {
            return (int) Math.rint(get(name));
        }

        OptionalDouble optional(String name) {
            return byName.containsKey(name) ? OptionalDouble.of(byName.get(name)) : OptionalDouble.empty();
        }
    }
}
