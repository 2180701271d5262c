package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.Basis;
import io.milliwatt.irrigation.ledger.LedgerDay;
import io.milliwatt.irrigation.ledger.LineKind;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.irrigation.zone.ZoneSoil;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The root zone's water by the day, as columns of equal length. */
public record RootZoneView(Course past, Course forecast) {

    /** Days with their water, in mm; lines are the zone's own of that day. */
    public record Course(
            List<LocalDate> day,
            double[] storageMillimetres,
            double[] lowMillimetres,
            double[] highMillimetres,
            double[] depletionMillimetres,
            double[] spreadMillimetres,
            double[] fullMillimetres,
            double[] refillMillimetres,
            double[] wiltingMillimetres,
            double[] rainMillimetres,
            double[] rainProbability,
            double[] irrigationMillimetres,
            double[] cropUseMillimetres,
            double[] drainageMillimetres,
            double[] stressCoefficient,
            double[] rootDepthMillimetres,
            List<String> balance,
            List<String> weather) {}

    private static final double MILLIMETRES_PER_METRE = 1000;

    public static RootZoneView of(Zone zone, Account account, LocalDate from, LocalDate to) {
        ZoneSoil soil = zone.soil().orElseThrow();
        List<LedgerDay> past = new ArrayList<>(account.days());
        past.add(account.standing());
        return new RootZoneView(
                course(
                        soil,
                        past.stream()
                                .filter(day -> !day.date().isBefore(from)
                                        && !day.date().isAfter(to))
                                .toList()),
                course(soil, account.outlook()));
    }

    private static Course course(ZoneSoil soil, List<LedgerDay> days) {
        ToDoubleFunction<LedgerDay> full = day -> ZonePages.storedAtFieldCapacity(soil, day.rootDepthMetres());
        return new Course(
                days.stream().map(LedgerDay::date).toList(),
                column(days, day -> full.applyAsDouble(day) - day.closing()),
                column(days, day -> full.applyAsDouble(day) - day.band().high()),
                column(days, day -> full.applyAsDouble(day) - day.band().low()),
                column(days, LedgerDay::closing),
                column(days, LedgerDay::standardError),
                column(days, full),
                column(days, day -> full.applyAsDouble(day) - day.refillLine()),
                column(days, day -> full.applyAsDouble(day) - day.available()),
                column(days, day -> day.rain().counted()),
                column(days, day -> day.rain().probability().orElse(0)),
                column(days, day -> -day.sum(LineKind.IRRIGATION) - day.sum(LineKind.IRRIGATION_LOSS)),
                column(days, LedgerDay::evapotranspiration),
                column(days, day -> day.sum(LineKind.DRAINAGE)),
                column(days, LedgerDay::stress),
                column(days, day -> day.rootDepthMetres() * MILLIMETRES_PER_METRE),
                days.stream().map(day -> balance(day.basis())).toList(),
                days.stream()
                        .map(day -> day.origin()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-'))
                        .toList());
    }

    /** As it is written in messages: probe-corrected, measured, forecast or weather-only. */
    static String balance(Basis basis) {
        return switch (basis) {
            case Basis.ByProbe probe -> "probe-corrected";
            case Basis.ByHand hand -> "measured";
            case Basis.Forecast forecast -> "forecast";
            case Basis.WeatherOnly weather -> "weather-only";
        };
    }

    private static double[] column(List<LedgerDay> days, ToDoubleFunction<LedgerDay> value) {
        return days.stream().mapToDouble(value).toArray();
    }
}
