package io.milliwatt.irrigation.adapter.definition;

import io.milliwatt.dsp.soil.balance.WaterLimits;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import io.milliwatt.dsp.soil.texture.SaxtonRawls2006;
import io.milliwatt.dsp.soil.texture.SoilTexture;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.UnfitException;
import io.milliwatt.irrigation.zone.LimitsOrigin;
import io.milliwatt.irrigation.zone.SoilHorizon;
import io.milliwatt.irrigation.zone.ZoneSoil;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A soil by layers as it is entered.
 *
 * @param readilyEvaporableMillimetres REW; 8 mm where it is left out
 * @param intakeMillimetresPerHour what the surface takes in for long; by the top layer's texture where it is left out
 */
public record SoilDefinition(
        @NotBlank String name,
        @NotEmpty List<@Valid Layer> layers,
        Optional<Double> evaporationDepthMillimetres,
        Optional<Double> readilyEvaporableMillimetres,
        Optional<Double> intakeMillimetresPerHour,
        Optional<Double> curveNumber) {

    private static final double USUAL_EVAPORATION_DEPTH_METRES = 0.1;
    private static final double USUAL_READILY_EVAPORABLE_MILLIMETRES = 8;
    private static final double USUAL_INTAKE_MILLIMETRES_PER_HOUR = 15;
    private static final double MILLIMETRES_PER_METRE = 1000;
    private static final double PERCENT = 100;

    /**
     * A layer: its three limits, or its texture, of which they then follow.
     *
     * @param origin {@code texture}, {@code drainage-plateau} or {@code measured}
     */
    public record Layer(
            @NotNull Double bottomMillimetres,
            Optional<Double> sandPercent,
            Optional<Double> clayPercent,
            Optional<Double> organicMatterPercent,
            Optional<Double> fieldCapacity,
            Optional<Double> wiltingPoint,
            Optional<Double> saturation,
            Optional<String> origin) {

        Optional<SoilTexture> texture() {
            return sandPercent.flatMap(sand -> clayPercent.map(clay -> {
                if (!(sand >= 0 && clay >= 0 && sand + clay <= PERCENT)) {
                    throw new UnfitException(Reason.of(ReasonCode.TEXTURE_IMPOSSIBLE)
                            .with("sandPercent", sand)
                            .with("clayPercent", clay));
                }
                return new SoilTexture(sand, clay, organicMatterPercent.orElse(1.5));
            }));
        }

        SoilHorizon toHorizon() {
            Optional<SaxtonRawls2006> guess = texture().map(SaxtonRawls2006::of);
            double full = limit(fieldCapacity, guess.map(SaxtonRawls2006::fieldCapacity), "field-capacity");
            double wilting = limit(wiltingPoint, guess.map(SaxtonRawls2006::wiltingPoint), "wilting-point");
            if (wilting >= full) {
                throw new UnfitException(Reason.of(ReasonCode.WILTING_ABOVE_CAPACITY)
                        .with("wiltingPercent", PERCENT * wilting)
                        .with("capacityPercent", PERCENT * full));
            }
            double saturated = saturation.orElseGet(
                    () -> guess.map(of -> of.saturation().fraction()).orElse(Math.min(1, full + 0.15)));
            LimitsOrigin known = origin.map(SoilDefinition::origin)
                    .orElse(fieldCapacity.isPresent() ? LimitsOrigin.MEASURED : LimitsOrigin.TEXTURE);
            return new SoilHorizon(
                    bottomMillimetres / MILLIMETRES_PER_METRE,
                    texture(),
                    WaterLimits.ofFractions(full, wilting),
                    WaterContent.ofFraction(saturated),
                    known);
        }

        private static double limit(Optional<Double> entered, Optional<WaterContent> guessed, String what) {
            return entered.orElseGet(() -> guessed.map(WaterContent::fraction)
                    .orElseThrow(() -> new UnfitException(
                            Reason.of(ReasonCode.LAYER_WITHOUT_LIMITS).with("limit", what))));
        }
    }

    public ZoneSoil toSoil() {
        List<SoilHorizon> horizons = layers.stream().map(Layer::toHorizon).toList();
        return new ZoneSoil(
                horizons,
                evaporationDepthMillimetres
                        .map(depth -> depth / MILLIMETRES_PER_METRE)
                        .orElse(USUAL_EVAPORATION_DEPTH_METRES),
                readilyEvaporableMillimetres.orElse(USUAL_READILY_EVAPORABLE_MILLIMETRES),
                intakeMillimetresPerHour.orElseGet(() -> horizons.getFirst()
                        .texture()
                        .map(texture -> SaxtonRawls2006.of(texture).saturatedConductivity())
                        .orElse(USUAL_INTAKE_MILLIMETRES_PER_HOUR)),
                curveNumber.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    /** The same soil with field capacity learnt from a drainage plateau in the layer at a depth. */
    public SoilDefinition withPlateau(double depthMillimetres, double plateau) {
        boolean[] done = {false};
        List<Layer> changed = layers.stream()
                .map(layer -> {
                    if (done[0] || depthMillimetres > layer.bottomMillimetres()) {
                        return layer;
                    }
                    done[0] = true;
                    double wilting = layer.toHorizon().limits().wiltingPoint().fraction();
                    double saturated = layer.toHorizon().saturation().fraction();
                    return new Layer(
                            layer.bottomMillimetres(),
                            layer.sandPercent(),
                            layer.clayPercent(),
                            layer.organicMatterPercent(),
                            Optional.of(Math.max(plateau, wilting)),
                            Optional.of(wilting),
                            Optional.of(Math.max(saturated, plateau)),
                            Optional.of(label(LimitsOrigin.DRAINAGE_PLATEAU)));
                })
                .toList();
        return new SoilDefinition(
                name,
                changed,
                evaporationDepthMillimetres,
                readilyEvaporableMillimetres,
                intakeMillimetresPerHour,
                curveNumber);
    }

    public static String label(LimitsOrigin origin) {
        return origin.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static LimitsOrigin origin(String label) {
        for (LimitsOrigin origin : LimitsOrigin.values()) {
            if (label(origin).equals(label)) {
                return origin;
            }
        }
        throw new IllegalArgumentException(
                "The origin of a layer's limits is '" + label + "'; it must be texture, drainage-plateau or measured.");
    }
}
