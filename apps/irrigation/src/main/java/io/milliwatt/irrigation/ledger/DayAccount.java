package io.milliwatt.irrigation.ledger;

import io.milliwatt.dsp.soil.assimilation.AssimilatedDay;
import io.milliwatt.dsp.soil.assimilation.Correction;
import io.milliwatt.dsp.soil.assimilation.FieldEstimate;
import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.irrigation.zone.Zone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes a day of the balance as lines that add up. */
final class DayAccount {
    private DayAccount() {}

    /** @param reason of the reading, where it was no measurement */
    static LedgerDay of(
            Zone zone,
            LocalDate date,
            FieldEstimate before,
            AssimilatedDay step,
            RainAccount rain,
            WeatherOrigin origin,
            Basis reason) {
        BalanceDay day = step.day();
        List<Line> lines = new ArrayList<>();
        rainLines(lines, rain);
        add(lines, LineKind.RUNOFF, day.runoff());
        add(lines, LineKind.IRRIGATION, -day.input().irrigation().applied());
        add(lines, LineKind.IRRIGATION_LOSS, day.input().irrigation().loss());
        add(lines, LineKind.TRANSPIRATION, day.transpiration());
        add(lines, LineKind.EVAPORATION, day.evaporation());
        add(lines, LineKind.ROOT_GROWTH, day.rootGrowthDepletion());
        double entered = day.effectiveRain() + day.input().irrigation().effective();
        double asked = before.depletion() - entered + day.evapotranspiration() + day.rootGrowthDepletion();
        add(lines, LineKind.DRAINAGE, Math.max(0, -asked));
        add(lines, LineKind.UNMET_DEMAND, -Math.max(0, asked - day.available()));
        add(
                lines,
                LineKind.PROBE_CORRECTION,
                step.evening().depletion() - day.evening().rootZoneDepletion());
        return new LedgerDay(
                date,
                before.depletion(),
                lines,
                step.evening().depletion(),
                day.available(),
                zone.refill().refillLine(day.available(), day.depletionFraction()),
                rain,
                origin,
                basis(step, reason),
                step);
    }

    /** The forecast stays to be seen: it is entered whole, taken back as far as the gauge spoke, and the gauge's word entered. */
    private static void rainLines(List<Line> lines, RainAccount rain) {
        double expected = rain.expected().orElse(0);
        add(lines, LineKind.RAIN_EXPECTED, -expected);
        add(lines, LineKind.RAIN_EXPECTED_TAKEN_BACK, expected - rain.stillExpected());
        add(lines, LineKind.RAIN_MEASURED, -rain.caught());
    }

    private static void add(List<Line> lines, LineKind kind, double millimetres) {
        if (millimetres != 0) {
            lines.add(new Line(kind, millimetres));
        }
    }

    private static Basis basis(AssimilatedDay step, Basis reason) {
        return switch (step.correction()) {
            case Correction.ByProbe used when reason instanceof Basis.ByHand -> reason;
            case Correction.Used used -> new Basis.ByProbe(used.innovation(), used.depletionChange());
            case Correction.Believed believed ->
                new Basis.ByProbe(
                        believed.innovation(),
                        step.evening().depletion() - step.day().evening().rootZoneDepletion());
            case Correction.OutsideGate gate -> new Basis.ProbeDisagrees(gate.innovation(), gate.limit());
            case Correction.NoReading none -> reason;
            case Correction.ProbeFlagged flagged -> reason;
            case Correction.ProbeTooShallow shallow -> reason;
        };
    }
}
