package io.milliwatt.workbench.agronomy.method;

import static io.milliwatt.dsp.soil.evapotranspiration.ReferenceSurface.SHORT;
import static io.milliwatt.dsp.soil.evapotranspiration.ReferenceSurface.TALL;

import io.milliwatt.dsp.soil.evapotranspiration.ClearSky;
import io.milliwatt.dsp.soil.evapotranspiration.DailyEvapotranspiration;
import io.milliwatt.dsp.soil.evapotranspiration.Hargreaves;
import io.milliwatt.dsp.soil.evapotranspiration.HourlyEvapotranspiration;
import io.milliwatt.dsp.soil.evapotranspiration.PenmanMonteith;
import io.milliwatt.dsp.soil.evapotranspiration.Radiation;
import io.milliwatt.dsp.soil.evapotranspiration.ReferenceSurface;
import io.milliwatt.dsp.soil.evapotranspiration.Standard;
import io.milliwatt.dsp.soil.evapotranspiration.SunPosition;
import io.milliwatt.workbench.agronomy.vector.Computed;
import io.milliwatt.workbench.agronomy.vector.Inputs;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reference evapotranspiration, whole and in parts. */
final class EvapotranspirationMethods {
    private EvapotranspirationMethods() {}

    static List<VectorMethod> all() {
        return List.of(
                VectorMethod.qualified("Penman-Monteith monthly", EvapotranspirationMethods::fromDrivers),
                VectorMethod.qualified("Penman-Monteith daily", EvapotranspirationMethods::fromDrivers),
                VectorMethod.qualified("full chain", EvapotranspirationMethods::fao56),
                VectorMethod.qualified("missing data", EvapotranspirationMethods::fao56),
                VectorMethod.qualified(
                        "Hargreaves eq.52",
                        in -> Outputs.of(
                                "ETo",
                                Hargreaves.daily(
                                        in.number("tmin_C", "tmin"),
                                        in.number("tmax_C", "tmax"),
                                        RadiationMethods.radiation(in)))),
                VectorMethod.qualified("hourly Penman-Monteith", EvapotranspirationMethods::hourlyFao56),
                VectorMethod.qualified("ASCE standardized daily", EvapotranspirationMethods::asceDaily),
                VectorMethod.qualified("ASCE standardized hourly", EvapotranspirationMethods::asceHourly),
                VectorMethod.qualified("intermediate", in -> in.has("time_utc") ? asceHourly(in) : asceDaily(in)),
                VectorMethod.qualified("daily, REF-ET software", EvapotranspirationMethods::refEtDaily));
    }

    private static Map<String, Computed> fromDrivers(Inputs in) {
        PenmanMonteith.Drivers drivers = new PenmanMonteith.Drivers(
                in.number("Rn"),
                in.optional("G").orElse(0),
                in.number("t_C", "tmean_C"),
                in.number("u2_ms"),
                in.number("es_kPa"),
                in.number("ea_kPa"),
                in.number("Delta"),
                in.number("gamma"));
        return new Outputs()
                .and("ETo", PenmanMonteith.daily(drivers, SHORT))
                .and("ETr", PenmanMonteith.daily(drivers, TALL))
                .all();
    }

    private static DailyEvapotranspiration daily(Inputs in, ReferenceSurface surface, Standard standard) {
        return DailyEvapotranspiration.of(WeatherInputs.station(in), WeatherInputs.day(in), surface, standard);
    }

    private static Map<String, Computed> fao56(Inputs in) {
        DailyEvapotranspiration result = daily(in, SHORT, Standard.FAO_56);
        Outputs outputs = new Outputs();
        outputs.and("ETo", result.millimetres());
        outputs.and("Ra", result.extraterrestrial());
        outputs.and("Rs", result.solar());
        outputs.and("Rso", result.clearSky());
        return parts(outputs, result).all();
    }

    private static Map<String, Computed> refEtDaily(Inputs in) {
        return new Outputs()
                .and("ETr_asce", daily(in, TALL, Standard.REF_ET).millimetres())
                .and("ETo_asce", daily(in, SHORT, Standard.REF_ET).millimetres())
                .and("ETo_fao56", daily(in, SHORT, Standard.FAO_56).millimetres())
                .all();
    }

    /** Names end in _asce for the published equations and in _refet for the software's; parts of the chain without an ending are the software's. */
    private static Map<String, Computed> asceDaily(Inputs in) {
        DailyEvapotranspiration asce = daily(in, SHORT, Standard.ASCE_2005);
        DailyEvapotranspiration software = daily(in, SHORT, Standard.REF_ET);
        int day = in.whole("doy");
        Outputs outputs = new Outputs()
                .and("ETo_asce", asce.millimetres())
                .and("ETo", asce.millimetres())
                .and("ETr_asce", daily(in, TALL, Standard.ASCE_2005).millimetres())
                .and("ETr", daily(in, TALL, Standard.ASCE_2005).millimetres())
                .and("ETo_refet", software.millimetres())
                .and("ETr_refet", daily(in, TALL, Standard.REF_ET).millimetres())
                .and("ra_asce", asce.extraterrestrial())
                .and("ra_refet", software.extraterrestrial())
                .and("ra", software.extraterrestrial())
                .and("rso_simple", simpleClearSky(in, software.extraterrestrial()))
                .and("rso_full", software.clearSky())
                .and("delta_asce", SunPosition.declination(day, Standard.ASCE_2005))
                .and("delta_refet", SunPosition.declination(day, Standard.REF_ET))
                .and("omega_s", SunPosition.sunsetHourAngle(WeatherInputs.latitude(in), day, Standard.REF_ET));
        return parts(outputs, software).all();
    }

    private static double simpleClearSky(Inputs in, double extraterrestrial) {
        return ClearSky.byElevation(extraterrestrial, WeatherInputs.station(in).elevationMetres());
    }

    private static Outputs parts(Outputs outputs, DailyEvapotranspiration result) {
        PenmanMonteith.Drivers drivers = result.drivers();
        return outputs.and("pair", result.pressureKilopascals())
                .and("psy", drivers.psychrometricConstant())
                .and("es", drivers.saturationKilopascals())
                .and("ea", drivers.vapourPressureKilopascals())
                .and("vpd", drivers.saturationKilopascals() - drivers.vapourPressureKilopascals())
                .and("es_slope", drivers.slope())
                .and("fcd", result.cloudiness())
                .and("rnl", result.netLongwave())
                .and("rn", drivers.netRadiation())
                .and("u2", drivers.windAtTwoMetres());
    }

    private static HourlyEvapotranspiration hourly(Inputs in, ReferenceSurface surface, Standard standard) {
        OptionalDouble night = in.optional("Rs_Rso_night");
        return HourlyEvapotranspiration.of(
                WeatherInputs.station(in),
                WeatherInputs.longitude(in),
                WeatherInputs.hour(in),
                night.isPresent()
                        ? OptionalDouble.of(Radiation.cloudiness(night.getAsDouble()))
                        : OptionalDouble.empty(),
                surface,
                standard);
    }

    private static Map<String, Computed> hourlyFao56(Inputs in) {
        HourlyEvapotranspiration result = hourly(in, SHORT, Standard.FAO_56);
        return new Outputs()
                .and("ETo", result.millimetres())
                .and("Ra", result.extraterrestrial())
                .and("Rso", result.clearSky())
                .and("Rn", result.drivers().netRadiation())
                .and("G", result.drivers().soilHeat())
                .all();
    }

    private static Map<String, Computed> asceHourly(Inputs in) {
        HourlyEvapotranspiration asce = hourly(in, SHORT, Standard.ASCE_2005);
        HourlyEvapotranspiration software = hourly(in, SHORT, Standard.REF_ET);
        return new Outputs()
                .and("ETo", software.millimetres())
                .and("ETr", hourly(in, TALL, Standard.REF_ET).millimetres())
                .and("ETo_refet", software.millimetres())
                .and("ETr_refet", hourly(in, TALL, Standard.REF_ET).millimetres())
                .and("ETo_asce", asce.millimetres())
                .and("ETr_asce", hourly(in, TALL, Standard.ASCE_2005).millimetres())
                .and("ra_asce", asce.extraterrestrial())
                .and("ra_refet", software.extraterrestrial())
                .and("rso_simple", simpleClearSky(in, software.extraterrestrial()))
                .and("rso_full", software.clearSky())
                .and("es", software.drivers().saturationKilopascals())
                .and("ea", software.drivers().vapourPressureKilopascals())
                .and("fcd", software.cloudiness())
                .and("rn", software.drivers().netRadiation())
                .and("u2", software.drivers().windAtTwoMetres())
                .all();
    }
}
