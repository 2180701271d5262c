package io.milliwatt.workbench.agronomy.method;

import static io.milliwatt.dsp.soil.evapotranspiration.Standard.FAO_56;

import io.milliwatt.dsp.soil.evapotranspiration.ClearSky;
import io.milliwatt.dsp.soil.evapotranspiration.Radiation;
import io.milliwatt.dsp.soil.evapotranspiration.SoilHeat;
import io.milliwatt.dsp.soil.evapotranspiration.SunPosition;
import io.milliwatt.workbench.agronomy.vector.Inputs;
import java.util.List;

/** The sun and radiation at the ground, by FAO-56. */
final class RadiationMethods {
    private static final double INLAND = 0.16;
    private static final double COAST = 0.19;

    private RadiationMethods() {}

    static List<VectorMethod> all() {
        return List.of(
                VectorMethod.exact("extraterrestrial radiation", in -> Outputs.of("Ra", extraterrestrial(in))),
                VectorMethod.exact(
                        "solar declination",
                        in -> Outputs.of("delta_sun", SunPosition.declination(in.whole("doy"), FAO_56))),
                VectorMethod.qualified(
                        "inverse rel. distance",
                        in -> Outputs.of("dr", SunPosition.inverseRelativeDistance(in.whole("doy")))),
                VectorMethod.exact("sunset hour angle", in -> Outputs.of("omega_s", sunset(in))),
                VectorMethod.exact(
                        "daylight hours",
                        in -> Outputs.of(
                                "N",
                                SunPosition.daylightHours(
                                        in.optional("omega_s_rad").orElseGet(() -> sunset(in))))),
                VectorMethod.exact(
                        "Rs from sunshine",
                        in -> Outputs.of(
                                "Rs",
                                Radiation.fromSunshine(
                                        in.number("n_h"),
                                        in.optional("N_h").orElseGet(() -> SunPosition.daylightHours(sunset(in))),
                                        radiation(in)))),
                VectorMethod.named(
                        "Rs from T range",
                        (in, row, name) -> Outputs.of(
                                "Rs",
                                Radiation.fromTemperatureRange(
                                        in.number("tmin_C", "tmin"),
                                        in.number("tmax_C", "tmax"),
                                        radiation(in),
                                        in.optional("kRs")
                                                .orElse(
                                                        name.contains("coast") || name.contains("coastal")
                                                                ? COAST
                                                                : INLAND)))),
                VectorMethod.exact(
                        "clear-sky radiation",
                        in -> Outputs.of("Rso", ClearSky.byElevation(radiation(in), in.number("z_m", "elev_m")))),
                VectorMethod.exact(
                        "net longwave",
                        in -> Outputs.of(
                                "Rnl",
                                Radiation.netLongwave(
                                        in.number("tmin_C", "tmin"),
                                        in.number("tmax_C", "tmax"),
                                        in.number("ea_kPa"),
                                        Radiation.cloudiness(in.number("Rs", "rs_MJ") / in.number("Rso", "rso_MJ")),
                                        FAO_56))),
                VectorMethod.exact(
                        "net shortwave", in -> Outputs.of("Rns", Radiation.netShortwave(in.number("Rs", "rs_MJ")))),
                VectorMethod.exact("monthly soil heat flux", in -> Outputs.of("G", soilHeat(in))));
    }

    /** As given, else from latitude and day. */
    static double radiation(Inputs in) {
        return in.optional("Ra", "Ra_MJ").orElseGet(() -> extraterrestrial(in));
    }

    private static double extraterrestrial(Inputs in) {
        return SunPosition.dailyRadiation(WeatherInputs.latitude(in), in.whole("doy"), FAO_56);
    }

    private static double sunset(Inputs in) {
        return SunPosition.sunsetHourAngle(WeatherInputs.latitude(in), in.whole("doy"), FAO_56);
    }

    private static double soilHeat(Inputs in) {
        double previous = in.number("tprev_C", "tmean_prev_month_C");
        return in.has("tnext_C", "tmean_next_month_C")
                ? SoilHeat.ofMonth(previous, in.number("tnext_C", "tmean_next_month_C"))
                : SoilHeat.ofMonthAfter(previous, in.number("tcur_C", "tmonth_C", "tmean_C", "t_C"));
    }
}
