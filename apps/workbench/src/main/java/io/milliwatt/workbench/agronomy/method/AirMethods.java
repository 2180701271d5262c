package io.milliwatt.workbench.agronomy.method;

import io.milliwatt.dsp.soil.evapotranspiration.Atmosphere;
import io.milliwatt.dsp.soil.evapotranspiration.Standard;
import io.milliwatt.dsp.soil.evapotranspiration.VapourPressure;
import io.milliwatt.workbench.agronomy.vector.Inputs;
import java.util.List;

/** Pressure and humidity of the air. */
final class AirMethods {
    private static final double VENTILATED = 0.000662;

    private AirMethods() {}

    static List<VectorMethod> all() {
        return List.of(
                VectorMethod.exact(
                        "atmospheric pressure",
                        in -> Outputs.of(
                                "P", Atmosphere.pressureKilopascals(in.number("z_m", "elev_m"), Standard.FAO_56))),
                VectorMethod.exact(
                        "psychrometric constant",
                        in -> Outputs.of("gamma", Atmosphere.psychrometricConstant(pressure(in)))),
                VectorMethod.exact(
                        "mean saturation vapour pressure",
                        in -> Outputs.of(
                                "es",
                                VapourPressure.meanSaturation(
                                        in.number("tmin_C", "tmin"), in.number("tmax_C", "tmax")))),
                VectorMethod.exact(
                        "slope vapour pressure curve",
                        in -> Outputs.of("Delta", VapourPressure.slope(in.number("t_C", "tmean_C")))),
                VectorMethod.exact(
                        "ea from psychrometer",
                        in -> Outputs.of(
                                "ea",
                                VapourPressure.fromPsychrometer(
                                        in.number("twet_C"),
                                        in.number("tdry_C"),
                                        pressure(in),
                                        in.optional("a_psy").orElse(VENTILATED)))),
                VectorMethod.exact(
                        "ea from RHmax,RHmin",
                        in -> Outputs.of(
                                "ea",
                                VapourPressure.fromBothHumidities(
                                        atMinimum(in), atMaximum(in), in.number("rhmin"), in.number("rhmax")))),
                VectorMethod.exact(
                        "ea from RHmax",
                        in -> Outputs.of("ea", VapourPressure.fromMaximumHumidity(atMinimum(in), in.number("rhmax")))),
                VectorMethod.qualified(
                        "ea from RHmean",
                        in -> Outputs.of(
                                "ea",
                                VapourPressure.fromMeanHumidity(
                                        (atMinimum(in) + atMaximum(in)) / 2, in.number("rhmean", "rh")))),
                VectorMethod.exact(
                        "ea from Tmin", in -> Outputs.of("ea", VapourPressure.saturation(in.number("tmin_C", "tmin")))),
                VectorMethod.exact(
                        "ea from Tdew",
                        in -> Outputs.of("ea", VapourPressure.saturation(in.number("tdew_C", "tdew")))));
    }

    private static double pressure(Inputs in) {
        return in.optional("P_kPa")
                .orElseGet(() -> Atmosphere.pressureKilopascals(in.number("z_m", "elev_m", "P_kPa"), Standard.FAO_56));
    }

    private static double atMinimum(Inputs in) {
        return in.optional("eo_tmin_kPa")
                .orElseGet(() -> VapourPressure.saturation(in.number("tmin_C", "tmin", "eo_tmin_kPa")));
    }

    private static double atMaximum(Inputs in) {
        return in.optional("eo_tmax_kPa")
                .orElseGet(() -> VapourPressure.saturation(in.number("tmax_C", "tmax", "eo_tmax_kPa")));
    }
}
