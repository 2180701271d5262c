package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.ledger.LedgerDay;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/** A day of a zone's account; the entries add to the depletion, so water that came is negative. */
public record LedgerView(
        LocalDate day,
        double openingMillimetres,
        double closingMillimetres,
        double spreadMillimetres,
        double refillMillimetres,
        double availableMillimetres,
        List<LineView> entries,
        OptionalDouble expectedRainMillimetres,
        OptionalDouble gaugeRainMillimetres,
        double countedRainMillimetres,
        String weather,
        String balance,
        ReasonView reason) {

    /** One line. */
    public record LineView(String kind, double millimetres) {}

    public static LedgerView of(LedgerDay day) {
        return new LedgerView(
                day.date(),
                day.opening(),
                day.closing(),
                day.standardError(),
                day.refillLine(),
                day.available(),
                day.lines().stream()
                        .map(line -> new LineView(line.kind().label(), line.millimetres()))
                        .toList(),
                day.rain().expected(),
                day.rain().measured(),
                day.rain().counted(),
                day.origin().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                RootZoneView.balance(day.basis()),
                ReasonView.of(day.basis().reason()));
    }
}
