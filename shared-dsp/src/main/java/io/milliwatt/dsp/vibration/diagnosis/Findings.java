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

    static Findings of(Signal signal, double statedHz, FaultOrders orders) {
        List<EnvelopeView> views = views(signal, statedHz);
        ShaftSpeed shaft = new ShaftSpeedSearch(signal, views, statedHz, orders).find();
        List<PartEvidence> parts = new PartSearch(orders, shaft.hertz())
                .strongest(views).stream()
                        .sorted(Comparator.comparingDouble(PartEvidence::weight).reversed())
                        .toList();
        return new Findings(views, shaft, parts, RepeatedImpacts.strongest(views, shaft));
    }

    static List<EnvelopeView> views(Signal signal, double shaftHz) {
        WhitenedSpectrum spectrum = WhitenedSpectrum.of(signal, Math.max(LEAST_REGION_HZ, REGION_ORDERS * shaftHz));
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
