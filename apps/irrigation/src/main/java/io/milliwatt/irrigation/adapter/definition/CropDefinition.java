package io.milliwatt.irrigation.adapter.definition;

import io.milliwatt.dsp.soil.crop.CoefficientCurve;
import io.milliwatt.dsp.soil.crop.Crop;
import io.milliwatt.dsp.soil.crop.StageLengths;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/**
 * A crop with its coefficients, stages in days and roots.
 *
 */
public record CropDefinition(
        @NotBlank String name,
        @NotNull @Valid Curve singleCoefficient,
        @NotNull @Valid Curve basalCoefficient,
        @NotNull @Valid Stages stageDays,
        @NotNull Double initialHeightMetres,
        @NotNull Double maximumHeightMetres,
        @NotNull Double initialRootDepthMillimetres,
        @NotNull Double maximumRootDepthMillimetres,
        @NotNull Double depletionFraction,
        Optional<Double> criticalCelsius) {

    private static final double MILLIMETRES_PER_METRE = 1000;

    /** A coefficient in the initial, the middle and at the end of the late stage. */
    public record Curve(
            @NotNull Double initial,
            @NotNull Double middle,
            @NotNull Double end) {
        static Curve of(CoefficientCurve curve) {
            return new Curve(curve.initial(), curve.middle(), curve.end());
        }

        CoefficientCurve toCurve() {
            return new CoefficientCurve(initial, middle, end);
        }
    }

    /** Lengths of the four stages. */
    public record Stages(int initial, int development, int middle, int late) {
        StageLengths toLengths() {
            return new StageLengths(initial, development, middle, late);
        }
    }

    public Crop toCrop() {
        return new Crop(
                singleCoefficient.toCurve(),
                basalCoefficient.toCurve(),
                stageDays.toLengths(),
                initialHeightMetres,
                maximumHeightMetres,
                initialRootDepthMillimetres / MILLIMETRES_PER_METRE,
                maximumRootDepthMillimetres / MILLIMETRES_PER_METRE,
                depletionFraction);
    }

    /** The same crop where roots go no deeper, such as over a hard pan. */
    public CropDefinition withRoots(double deepestMillimetres) {
        return new CropDefinition(
                name,
                singleCoefficient,
                basalCoefficient,
                stageDays,
                initialHeightMetres,
                maximumHeightMetres,
                Math.min(initialRootDepthMillimetres, deepestMillimetres),
                deepestMillimetres,
                depletionFraction,
                criticalCelsius);
    }

    public static CropDefinition of(String name, Crop crop) {
        StageLengths stages = crop.stages();
        return new CropDefinition(
                name,
                Curve.of(crop.single()),
                Curve.of(crop.basal()),
                new Stages(stages.initial(), stages.development(), stages.midSeason(), stages.lateSeason()),
                crop.initialHeightMetres(),
                crop.maximumHeightMetres(),
                crop.initialRootDepthMetres() * MILLIMETRES_PER_METRE,
                crop.maximumRootDepthMetres() * MILLIMETRES_PER_METRE,
                crop.depletionFraction(),
                Optional.empty());
    }
}
