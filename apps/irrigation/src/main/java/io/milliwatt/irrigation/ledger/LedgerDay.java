package io.milliwatt.irrigation.ledger;

import io.milliwatt.dsp.soil.assimilation.AssimilatedDay;
import io.milliwatt.dsp.soil.assimilation.DepletionBand;
import io.milliwatt.dsp.soil.assimilation.FieldEstimate;
import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A day of a zone's account: {@code opening} plus all lines is {@code closing}.
 *
 * @param opening depletion in the evening before, mm
 * @param closing depletion in the evening, mm
 * @param available TAW, mm
 * @param refillLine depletion at which to irrigate, mm
 * @param origin of the day's reference evapotranspiration
 * @param assimilated the balance's own step with everything in it
 */
public record LedgerDay(
        LocalDate date,
        double opening,
        List<Line> lines,
        double closing,
        double available,
        double refillLine,
        RainAccount rain,
        WeatherOrigin origin,
        Basis basis,
        AssimilatedDay assimilated) {

    /** That the band holds the depletion. */
    public static final double BAND_PROBABILITY = 0.8;

    public LedgerDay {
        lines = List.copyOf(lines);
    }

    public FieldEstimate estimate() {
        return assimilated.evening();
    }

    public double standardError() {
        return estimate().depletionStandardError();
    }

    /** Holds the depletion with 80 %. */
    public DepletionBand band() {
        return estimate().band(BAND_PROBABILITY);
    }

    /** What crop and soil used, mm. */
    public double evapotranspiration() {
        return assimilated.day().evapotranspiration();
    }

    /** Ks: 1 without stress. */
    public double stress() {
        return assimilated.day().stress();
    }

    public double rootDepthMetres() {
        return estimate().balance().rootDepthMetres();
    }

    public boolean refillReached() {
        return closing >= refillLine;
    }

    LedgerDay withRefillLine(DoubleUnaryOperator ofAvailable) {
        return new LedgerDay(
                date,
                opening,
                lines,
                closing,
                available,
                ofAvailable.applyAsDouble(available),
                rain,
                origin,
                basis,
                assimilated);
    }

    /** Of one kind together, mm. */
    public double sum(LineKind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .mapToDouble(Line::millimetres)
                .sum();
    }
}
