package io.milliwatt.dsp.soil.balance;

import io.milliwatt.dsp.soil.evapotranspiration.ReferenceSurface;
import java.util.Optional;

/**
 * How the balance is computed.
 *
 * @param reference the surface that the reference evapotranspiration and the crop's coefficients belong to
 * @param evaporationDepthMetres Ze, 0.10 to 0.15 m (FAO-56 p. 144)
 * @param readilyEvaporable REW, mm (FAO-56 table 19)
 * @param fixedDepletionFraction p stays as tabled instead of following the day's demand
 * @param runoff without a curve number no rain runs off
 */
public record BalanceSettings(
        ReferenceSurface reference,
        double evaporationDepthMetres,
        double readilyEvaporable,
        StressResponse stress,
        boolean fixedDepletionFraction,
        Optional<CurveNumber> runoff) {

    public static BalanceSettings fao56(double evaporationDepthMetres, double readilyEvaporable) {
        return new BalanceSettings(
                ReferenceSurface.SHORT,
                evaporationDepthMetres,
                readilyEvaporable,
                StressResponse.LINEAR,
                false,
                Optional.empty());
    }
}
