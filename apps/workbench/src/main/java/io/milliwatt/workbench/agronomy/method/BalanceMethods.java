package io.milliwatt.workbench.agronomy.method;

import io.milliwatt.datasets.field.FieldSeason;
import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.dsp.soil.balance.EvaporationLayer;
import io.milliwatt.dsp.soil.balance.LayeredSoil;
import io.milliwatt.dsp.soil.balance.RootZone;
import io.milliwatt.dsp.soil.balance.SeasonTotals;
import io.milliwatt.dsp.soil.balance.StressResponse;
import io.milliwatt.dsp.soil.balance.WaterLimits;
import io.milliwatt.dsp.soil.crop.DepletionFraction;
import io.milliwatt.workbench.agronomy.vector.Computed;
import io.milliwatt.workbench.agronomy.vector.Inputs;
import io.milliwatt.workbench.agronomy.vector.RowException;
import io.milliwatt.workbench.agronomy.vector.VectorRow;
import java.util.List;
import java.util.Map;

/** The root zone's water: single equations, a day, and whole seasons. */
final class BalanceMethods {
    /** How pyfao56 marks what a uniform soil does not have. */
    private static final double NOT_KEPT = -99.999;

    private final SeasonFolder seasons;

    BalanceMethods(SeasonFolder seasons) {
        this.seasons = seasons;
    }

    List<VectorMethod> all() {
        return List.of(
                VectorMethod.qualified("TAW/RAW", BalanceMethods::availableWater),
                VectorMethod.qualified(
                        "p adjustment",
                        in -> Outputs.of(
                                "p", DepletionFraction.at(in.number("p_table22", "p_table"), in.number("ETc")))),
                VectorMethod.qualified("Ks/Dr water-stress", BalanceMethods::stressDay),
                VectorMethod.named("dual Kc day step", (in, row, name) -> dualDay(in, row)),
                VectorMethod.qualified("FAO-56 dual Kc season balance", this::season));
    }

    private static Map<String, Computed> availableWater(Inputs in) {
        double available = RootZone.available(
                WaterLimits.ofFractions(in.number("thetaFC"), in.number("thetaWP")), in.number("Zr_m"));
        return new Outputs()
                .and("TAW", available)
                .and("RAW", RootZone.readilyAvailable(available, in.number("p")))
                .all();
    }

    private static Map<String, Computed> stressDay(Inputs in) {
        double available = in.number("TAW");
        double fraction = in.optional("p").orElseGet(() -> in.number("RAW", "p") / available);
        double before = in.number("Dr_start");
        double stress = StressResponse.LINEAR.coefficient(before, available, fraction);
        double taken = stress * in.number("Kcb", "Kc") * in.number("ETo", "ETref");
        double water = in.optional("Rain").orElse(0) + in.optional("Irrig").orElse(0);
        return new Outputs()
                .and("Ks", stress)
                .and("ETcadj", taken)
                .and("Dr_end", RootZone.uniform(before, water, taken, available).rootZoneDepletion())
                .all();
    }

    private Map<String, Computed> dualDay(Inputs in, VectorRow row) {
        EvaporationLayer surface = surface(in, row);
        double reference = in.number("ETref", "ETo");
        double basal = in.number("Kcb");
        double rain = in.optional("Rain").orElse(0) - in.optional("Runoff").orElse(0);
        double irrigation =
                in.optional("Irrig").orElse(0) - in.optional("IrrLoss").orElse(0);
        double wetted = in.number("fw");
        double exposed =
                in.optional("few").orElseGet(() -> EvaporationLayer.exposedFraction(in.number("fc", "few"), wetted));
        EvaporationLayer.Day evaporated = surface.step(
                in.number("prev_De"), exposed, wetted, in.number("Kcmax"), basal, reference, rain, irrigation);
        double available = in.number("TAW");
        double stress = StressResponse.LINEAR.coefficient(in.number("prev_Dr"), available, in.number("p"));
        double taken = (stress * basal + evaporated.coefficient()) * reference;
        RootZone.Day zone = RootZone.uniform(in.number("prev_Dr"), rain + irrigation, taken, available);
        return new Outputs()
                .and("Kr", evaporated.reduction())
                .and("Ke", evaporated.coefficient())
                .and("E", evaporated.evaporation())
                .and("DPe", evaporated.percolation())
                .and("De", evaporated.depletion())
                .and("Ks", stress)
                .and("T", stress * basal * reference)
                .and("ETc", (basal + evaporated.coefficient()) * reference)
                .and("ETa", taken)
                .and("Dr", zone.rootZoneDepletion())
                .and("DP", zone.percolation())
                .all();
    }

    /** As the row gives it, else that of the season which its source names. */
    private EvaporationLayer surface(Inputs in, VectorRow row) {
        if (in.has("TEW")) {
            return new EvaporationLayer(in.number("TEW"), in.number("REW"));
        }
        if (in.has("Ze", "Ze_m")) {
            double depth = in.number("Ze", "Ze_m");
            double evaporable = 1000 * (in.number("thetaFC") - 0.5 * in.number("thetaWP")) * depth;
            return new EvaporationLayer(evaporable, in.number("REW"));
        }
        if (row.source().isBlank()) {
            throw new RowException("The surface layer is missing; give TEW and REW, or the season as source.");
        }
        FieldSeason season = seasons.season(SeasonName.in(row.source()));
        return new EvaporationLayer(
                season.soil().evaporableWater(season.settings().evaporationDepthMetres()),
                season.settings().readilyEvaporable());
    }

    private Map<String, Computed> season(Inputs in) {
        SeasonName name = SeasonName.in(in.text("files", "season"));
        List<BalanceDay> days = seasons.run(name);
        SeasonTotals totals = SeasonTotals.of(days);
        boolean layered = seasons.season(name).soil() instanceof LayeredSoil;
        BalanceDay first = days.getFirst();
        BalanceDay last = days.getLast();
        return new Outputs()
                .and("ETref", totals.reference())
                .and("ETcm", totals.singleCoefficient())
                .and("ETcb", totals.basal())
                .and("ETmax", totals.largest())
                .and("ETc", totals.unstressed())
                .and("ETa", totals.evapotranspiration())
                .and("ETcadj", totals.evapotranspiration())
                .and("E", totals.evaporation())
                .and("T", totals.transpiration())
                .and("DP", totals.percolation())
                .and("Irrig", totals.irrigation())
                .and("IrrLoss", totals.irrigationLoss())
                .and("Rain", totals.rain())
                .and("Runoff", totals.runoff())
                .and("Dr_ini", first.evening().rootZoneDepletion())
                .and("Dr_end", last.evening().rootZoneDepletion())
                .and("Drmax_ini", layered ? first.evening().profileDepletion() : NOT_KEPT)
                .and("Drmax_end", layered ? last.evening().profileDepletion() : NOT_KEPT)
                .all();
    }
}
