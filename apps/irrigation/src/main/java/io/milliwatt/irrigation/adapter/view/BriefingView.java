package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.briefing.LinesTold;
import io.milliwatt.irrigation.briefing.RainTold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a node was told last, so that it can judge by itself. */
public record BriefingView(Optional<LinesView> lines, Optional<RainView> rain) {

    private static final double HUNDREDTHS = 10_000;
    private static final double TENTHS = 10;

    /**
     * The lines of its root zone.
     *
     * @param tries until it confirmed them, or so far
     * @param confirmedAt empty until the node has said that it goes by them
     * @param perSensor as fractions, in what the sensors read, from the node's first sensor on
     */
    public record LinesView(Instant toldAt, int tries, Optional<Instant> confirmedAt, List<LineView> perSensor) {}

    /** One sensor's lines, m³/m³. */
    public record LineView(double refill, double full) {}

    /** The rain to come; no amounts where it was told that nothing is known. */
    public record RainView(Instant toldAt, LocalDate firstDay, List<Double> millimetres) {}

    static BriefingView of(Optional<LinesTold> lines, Optional<RainTold> rain) {
        return new BriefingView(
                lines.map(told -> new LinesView(
                        told.at(),
                        told.tries(),
                        told.confirmedAt(),
                        told.lines().stream()
                                .map(each -> new LineView(each.refill() / HUNDREDTHS, each.full() / HUNDREDTHS))
                                .toList())),
                rain.map(told -> new RainView(
                        told.at(),
                        told.firstDay(),
                        told.tenthsMillimetre().stream()
                                .map(tenths -> tenths / TENTHS)
                                .toList())));
    }
}
