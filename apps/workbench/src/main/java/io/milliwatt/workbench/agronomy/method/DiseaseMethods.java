package io.milliwatt.workbench.agronomy.method;

import io.milliwatt.dsp.soil.disease.AppleScab;
import io.milliwatt.dsp.soil.disease.GrapeDownyMildew;
import io.milliwatt.dsp.soil.disease.GrapePowderyMildew;
import io.milliwatt.dsp.soil.disease.LateBlight;
import io.milliwatt.dsp.soil.phenology.DegreeDays;
import io.milliwatt.workbench.agronomy.vector.Computed;
import io.milliwatt.workbench.agronomy.vector.Inputs;
import io.milliwatt.workbench.agronomy.vector.RowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Weather rules for diseases, and degree days. */
final class DiseaseMethods {
    private DiseaseMethods() {}

    static List<VectorMethod> all() {
        return List.of(
                VectorMethod.qualified("apple scab min wet hours", DiseaseMethods::scab),
                VectorMethod.qualified("powdery mildew index day step", DiseaseMethods::mildewDay),
                VectorMethod.qualified("start rule", DiseaseMethods::mildewStart),
                VectorMethod.qualified("late blight day-pair", DiseaseMethods::lateBlight),
                VectorMethod.qualified(
                        "downy mildew primary infection",
                        in -> Outputs.of(
                                "risk",
                                GrapeDownyMildew.primaryInfection(
                                        in.number("shoot_cm"),
                                        in.number("rain24_mm", "rain_mm"),
                                        in.number("tmin24_C", "tmin_C")))),
                VectorMethod.named("growing degree days", (in, row, name) -> degreeDays(in, name)));
    }

    private static Map<String, Computed> scab(Inputs in) {
        double celsius = in.optional("mean_T_C").orElseGet(() -> (in.number("mean_T_F", "mean_T_C") - 32) * 5 / 9);
        int hours = AppleScab.leastWetHours(celsius)
                .orElseThrow(() -> new RowException("The table has no wetness for " + celsius + " °C."));
        return Outputs.of("min_wet_h", hours);
    }

    private static Map<String, Computed> mildewDay(Inputs in) {
        GrapePowderyMildew.Day day = new GrapePowderyMildew.Day(
                in.flag("ge6h_consecutive_21.1_29.4C", "ge6h"), in.flag("ge15min_ge35C", "ge15min"));
        return Outputs.of(
                "index",
                GrapePowderyMildew.startedAt(in.whole("prev_index")).after(day).index());
    }

    private static Map<String, Computed> mildewStart(Inputs in) {
        GrapePowderyMildew state = GrapePowderyMildew.DORMANT;
        List<Double> course = new ArrayList<>();
        for (boolean favourable : in.flags("days_ok")) {
            state = state.after(new GrapePowderyMildew.Day(favourable, false));
            course.add((double) state.index());
        }
        return Map.of("index", new Computed.Course(course));
    }

    private static Map<String, Computed> lateBlight(Inputs in) {
        LateBlight.Day first = blightDay(in.object("day1"));
        LateBlight.Day second = blightDay(in.object("day2"));
        return new Outputs()
                .and("hutton", LateBlight.HUTTON.warns(first, second))
                .and("smith", LateBlight.SMITH.warns(first, second))
                .all();
    }

    private static LateBlight.Day blightDay(Inputs in) {
        return new LateBlight.Day(in.number("tmin", "tmin_C"), in.number("h_rh90"));
    }

    private static Map<String, Computed> degreeDays(Inputs in, MethodName name) {
        DegreeDays.Method method = DegreeDays.Method.MEAN;
        if (name.contains("sine")) {
            method = DegreeDays.Method.SINGLE_SINE;
        } else if (name.contains("floored")) {
            method = DegreeDays.Method.LIMITED_MEAN;
        }
        DegreeDays heat = new DegreeDays(method, in.number("base", "base_C"), in.optional("upper", "upper_C"));
        return Outputs.of("GDD", heat.of(in.number("tmin", "tmin_C"), in.number("tmax", "tmax_C")));
    }
}
