package io.milliwatt.workbench.agronomy.method;

import io.milliwatt.dsp.soil.evapotranspiration.DailyWeather;
import io.milliwatt.dsp.soil.evapotranspiration.HourlyWeather;
import io.milliwatt.dsp.soil.evapotranspiration.Humidity;
import io.milliwatt.dsp.soil.evapotranspiration.SoilHeat;
import io.milliwatt.dsp.soil.evapotranspiration.Station;
import io.milliwatt.dsp.soil.evapotranspiration.Sunlight;
import io.milliwatt.dsp.soil.evapotranspiration.Wind;
import io.milliwatt.workbench.agronomy.vector.Inputs;
import io.milliwatt.workbench.agronomy.vector.RowException;

/** A row's weather: of each quantity the best that the row gives, in the order of FAO-56. */
final class WeatherInputs {
    private static final double KILOMETRES_PER_HOUR = 3.6;
    private static final double DEGREES_PER_HOUR = 15;

    private WeatherInputs() {}

    static double latitude(Inputs in) {
        return in.has("lat_rad") ? Math.toDegrees(in.number("lat_rad")) : in.number("lat_deg", "lat");
    }

    static Station station(Inputs in) {
        return new Station(latitude(in), in.number("z_m", "elev_m", "elev"), in.optional("P_kPa"));
    }

    static DailyWeather day(Inputs in) {
        double minimum = in.number("tmin_C", "tmin");
        double maximum = in.number("tmax_C", "tmax");
        return new DailyWeather(
                in.whole("doy"),
                minimum,
                maximum,
                humidity(in),
                sunlight(in),
                wind(in),
                soilHeat(in, minimum, maximum));
    }

    static HourlyWeather hour(Inputs in) {
        return new HourlyWeather(
                in.whole("doy"),
                middleUtc(in),
                in.number("tmean_C", "T_C", "t_C"),
                humidity(in),
                in.number("rs_MJ_h", "Rs_MJ_h", "Rs"),
                wind(in));
    }

    /** East positive, whatever side the row counts from. */
    static double longitude(Inputs in) {
        return in.has("lon_degW") ? -in.number("lon_degW") : in.number("lon", "lon_deg", "lon_degE");
    }

    private static double middleUtc(Inputs in) {
        if (in.has("time_utc")) {
            return in.number("time_utc") + 0.5;
        }
        if (in.has("t_mid_utc")) {
            return in.number("t_mid_utc");
        }
        double west = in.has("lz_degW") ? in.number("lz_degW") : -in.number("lz_deg", "lz_degE", "lz_degW");
        return in.number("t_mid") + west / DEGREES_PER_HOUR;
    }

    private static Humidity humidity(Inputs in) {
        if (in.has("twet_C") && !in.has("ea_kPa", "tdew_C", "tdew")) {
            return new Humidity.Psychrometer(
                    in.number("twet_C"),
                    in.number("tdry_C"),
                    in.optional("a_psy").orElse(0.000662));
        }
        Humidity best = Humidity.best(
                in.optional("ea_kPa"),
                in.optional("tdew_C", "tdew"),
                in.optional("rhmax"),
                in.optional("rhmin"),
                in.optional("rhmean", "RH"));
        return best instanceof Humidity.Unknown
                ? new Humidity.Unknown(in.optional("tmin_minus_tdew_C").orElse(0))
                : best;
    }

    private static Sunlight sunlight(Inputs in) {
        Sunlight best = Sunlight.best(in.optional("rs_MJ", "Rs", "Rs_MJ"), in.optional("n_h"));
        return best instanceof Sunlight.TemperatureRange && in.has("kRs")
                ? new Sunlight.TemperatureRange(in.number("kRs"))
                : best;
    }

    private static Wind wind(Inputs in) {
        for (String unit : new String[] {"ms", "kmh"}) {
            double factor = unit.equals("kmh") ? 1 / KILOMETRES_PER_HOUR : 1;
            for (int height : new int[] {2, 3, 10}) {
                if (in.has("u" + height + "_" + unit)) {
                    return new Wind.Measured(in.number("u" + height + "_" + unit) * factor, height);
                }
            }
            if (in.has("uz_" + unit)) {
                return new Wind.Measured(in.number("uz_" + unit) * factor, in.number("zw_m"));
            }
        }
        if (in.has("wind_ms", "u_ms")) {
            throw new RowException("The wind's height is missing; name it u2_ms, u10_ms or uz_ms with zw_m.");
        }
        return new Wind.Unknown();
    }

    private static double soilHeat(Inputs in, double minimum, double maximum) {
        if (in.has("G")) {
            return in.number("G");
        }
        if (!in.has("tmean_prev_month_C")) {
            return 0;
        }
        double previous = in.number("tmean_prev_month_C");
        return in.has("tmean_next_month_C")
                ? SoilHeat.ofMonth(previous, in.number("tmean_next_month_C"))
                : SoilHeat.ofMonthAfter(previous, (minimum + maximum) / 2);
    }
}
