package io.milliwatt.dsp.vibration.diagnosis;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.vibration.FaultOrders;
import java.util.Comparator;
import java.util.List;

/**
 * Everything measured in one recording before an answer is chosen.
 *
 * @param views the bands looked at
 * @param shaft its speed
 * @param parts evidence for each part, weightiest first
 * @param impacts the strongest comb at any order
 */
record Findings(List<EnvelopeView> views, ShaftSpeed shaft, List<PartEvidence> parts, RepeatedImpacts impacts) {

    /** Spectral whitening levels regions this wide: several lines of any impact train. */
    private static final double REGION_ORDERS = 10;

    private static final double LEAST_REGION_HZ = 200;

    /** Length of an averaged segment, in turns: resolves side bands from shaft orders; longer ones smear with slip. */
    private static final double SEGMENT_TURNS = 60;

    private static final double LEAST_SEGMENT_TURNS = 25;

    /** A tone keeps at most this multiple of its surroundings' magnitude: mains and gear mesh vanish, slipping impacts do not notice. */
    private static final double TONE_LIMIT = 3;

    /** Impacts without slip are tones themselves, and a long record makes them sharp. */
    private static final double STEADY_TONE_LIMIT = 12;

    static Findings of(Signal signal, double statedHz, FaultOrders orders) {
        return of(signal, views(signal, statedHz), statedHz, orders);
    }

    /** For impacts as regular as clockwork, which the usual limit on tones would take for mains or gear mesh. */
    static Findings ofSteadyImpacts(Signal signal, double statedHz, FaultOrders orders) {
        return of(signal, views(signal, statedHz, STEADY_TONE_LIMIT), statedHz, orders);
    }

    private static Findings of(Signal signal, List<EnvelopeView> views, double statedHz, FaultOrders orders) {
        ShaftSpeed shaft = new ShaftSpeedSearch(signal, views, statedHz, orders).find();
        List<PartEvidence> parts = new PartSearch(orders, shaft.hertz())
                .strongest(views).stream()
                        .sorted(Comparator.comparingDouble(PartEvidence::weight).reversed())
                        .toList();
        return new Findings(views, shaft, parts, RepeatedImpacts.strongest(views, shaft));
    }

    static List<EnvelopeView> views(Signal signal, double shaftHz) {
        return views(signal, shaftHz, TONE_LIMIT);
    }

    private static List<EnvelopeView> views(Signal signal, double shaftHz, double toneLimit) {
        WhitenedSpectrum spectrum =
                WhitenedSpectrum.of(signal, Math.max(LEAST_REGION_HZ, REGION_ORDERS * shaftHz), toneLimit);
        double seconds = signal.durationSeconds();
        double segment = Math.min(
                seconds, Math.max(Math.min(seconds / 3, SEGMENT_TURNS / shaftHz), LEAST_SEGMENT_TURNS / shaftHz));
        return Band.covering(signal.sampleRate().nyquistHz(), shaftHz).stream()
                .map(band -> EnvelopeView.of(spectrum, band, shaftHz, segment))
                .toList();
    }

    PartEvidence strongest() {
        return parts.getFirst();
    }

    double impulsiveness() {
        return impulsiveness(views);
    }

    /** Of the most impulsive band. */
    static double impulsiveness(List<EnvelopeView> views) {
        return views.stream().mapToDouble(EnvelopeView::impulsiveness).max().orElse(0);
    }
}
