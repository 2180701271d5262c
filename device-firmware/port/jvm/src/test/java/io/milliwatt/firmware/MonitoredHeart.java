package io.milliwatt.firmware;

import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.QrsDetector;
import io.milliwatt.dsp.fixedpoint.heart.BeatClass;
import io.milliwatt.dsp.fixedpoint.heart.Fibrillation;
import io.milliwatt.dsp.fixedpoint.heart.FibrillationMeasure;
import io.milliwatt.dsp.fixedpoint.heart.HeartRate;
import io.milliwatt.dsp.fixedpoint.heart.HeartSignalQuality;
import io.milliwatt.dsp.fixedpoint.heart.PacingSpikes;
import io.milliwatt.dsp.fixedpoint.heart.RhythmClass;
import io.milliwatt.dsp.fixedpoint.heart.RhythmEvent;
import io.milliwatt.dsp.fixedpoint.heart.RhythmLimits;
import io.milliwatt.dsp.fixedpoint.heart.RhythmRules;
import io.milliwatt.dsp.fixedpoint.heart.RhythmSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Spikes, beats, quality, fibrillation and rules in a row, as on the node, with every beat of class N, fed with voltages. */
final class MonitoredHeart {

    /** 5 µV. */
    private static final int NANO_MILLIVOLT_PER_COUNT = 5_000_000;

    private static final int NANOVOLT_PER_COUNT = 5_000;

    private static final int DELAY_TENTH_SECONDS = 5;

    private final int rateHz;
    private final QrsDetector detector;
    private final PacingSpikes spikes;
    private final HeartSignalQuality quality;
    private final FibrillationMeasure fibrillation;
    private final RhythmRules rules;
    private final HeartRate rate;
    private final List<RhythmEvent> events = new ArrayList<>();
    private final List<RhythmSignal.State> seconds = new ArrayList<>();
    private long samples;
    private long beats;
    private long paced;

    MonitoredHeart(int rateHz) {
        this.rateHz = rateHz;
        detector = new QrsDetector(QrsDesign.forRate(rateHz), NANO_MILLIVOLT_PER_COUNT);
        spikes = new PacingSpikes(rateHz, NANOVOLT_PER_COUNT);
        quality = new HeartSignalQuality(rateHz, NANOVOLT_PER_COUNT, -32_768, 32_767);
        fibrillation = new FibrillationMeasure(rateHz, NANOVOLT_PER_COUNT);
        rules = new RhythmRules(RhythmLimits.defaults(rateHz));
        rate = new HeartRate(rateHz);
    }

    /** @param millivolt at a time in seconds from the start of this piece */
    MonitoredHeart feed(double pieceSeconds, DoubleUnaryOperator millivolt) {
        for (int i = 0; i < pieceSeconds * rateHz; i++) {
            double counts = 1e9 * millivolt.applyAsDouble((double) i / rateHz) / NANO_MILLIVOLT_PER_COUNT;
            accept((int) Math.round(Math.clamp(counts, -32_768, 32_767)));
        }
        return this;
    }

    private void accept(int raw) {
        int sample = spikes.accept(raw);
        paced += spikes.isSpike() ? 1 : 0;
        detector.accept(sample);
        samples++;
        fibrillation.accept(sample);
        for (; beats < detector.beats(); beats++) {
            long beat = detector.beat(beats).orElseThrow().sample();
            events.addAll(rules.detected(beat));
            events.addAll(rules.classed(beat, BeatClass.NORMAL, true));
            rate.accept(beat);
        }
        if (quality.accept(sample, detector)) {
            seconds.add(quality.state());
            events.addAll(rules.advance(new RhythmSignal(
                    Math.max(0, samples - rateHz * DELAY_TENTH_SECONDS / 10),
                    quality.state(),
                    fibrillation.state(),
                    Fibrillation.NONE)));
        }
    }

    List<RhythmEvent> onsets() {
        return events.stream().filter(event -> !event.ended()).toList();
    }

    List<RhythmClass> told() {
        return onsets().stream().map(RhythmEvent::rhythm).distinct().toList();
    }

    RhythmSignal.State state() {
        return quality.state();
    }

    long secondsOf(RhythmSignal.State state) {
        return seconds.stream().filter(state::equals).count();
    }

    long beats() {
        return detector.beats();
    }

    long spikes() {
        return paced;
    }

    long samples() {
        return samples;
    }

    double perMinute() {
        return rate.perMinuteTimes10(samples) / 10.0;
    }
}
