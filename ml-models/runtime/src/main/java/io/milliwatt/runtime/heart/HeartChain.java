package io.milliwatt.runtime.heart;

import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.HeartBeat;
import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.QrsDetector;
import io.milliwatt.dsp.fixedpoint.heart.AtrialFibrillation;
import io.milliwatt.dsp.fixedpoint.heart.BeatClass;
import io.milliwatt.dsp.fixedpoint.heart.BeatFeatures;
import io.milliwatt.dsp.fixedpoint.heart.EvenBeats;
import io.milliwatt.dsp.fixedpoint.heart.FibrillationMeasure;
import io.milliwatt.dsp.fixedpoint.heart.HeartRate;
import io.milliwatt.dsp.fixedpoint.heart.HeartSignalQuality;
import io.milliwatt.dsp.fixedpoint.heart.PacingSpikes;
import io.milliwatt.dsp.fixedpoint.heart.RespirationRate;
import io.milliwatt.dsp.fixedpoint.heart.RhythmClass;
import io.milliwatt.dsp.fixedpoint.heart.RhythmEvent;
import io.milliwatt.dsp.fixedpoint.heart.RhythmRules;
import io.milliwatt.dsp.fixedpoint.heart.RhythmSignal;
import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.ReadingStep;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.RecipeInterpreter;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.decision.VerdictRule;
import io.milliwatt.runtime.model.RecipeArray;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A heart watched, sample by sample, with a bundle: beats, their classes, rhythm, vitals; bit for bit what a node tells
 * ({@code mw_heart}, {@code heart.md}, "The chain"). One chain serves one patient, from one thread. Chunk sizes do not matter.
 */
public final class HeartChain {

    private static final int NANO_MILLIVOLT_PER_NANOVOLT = 1_000;

    private final Bundle bundle;
    private final HeartListener listener;
    private final RecipeInterpreter recipe;
    private final int beatsStep;
    private final int sampleRateHz;
    private final int delay;
    private final QrsDetector detector;
    private final BeatFeatures beats;
    private final BeatDecision decision;
    private final HeartSignalQuality quality;
    private final EvenBeats evenBeats;
    private final FibrillationMeasure fibrillation;
    private final AtrialFibrillation atrial = new AtrialFibrillation();
    private final RhythmRules rhythm;
    private final HeartRate rate;
    private final RespirationRate respiration;
    private final DetectedBeats detectedBeats = new DetectedBeats();
    private final Optional<PacingSpikes> pacing;
    private final SpikeTimes spikes;
    private final short[] sample = new short[1];
    private RhythmSignal.State signal = RhythmSignal.State.LEARNING;
    private long samples;
    private long detected;
    private long described;
    private int beatsInSecond;

    /**
     * Nothing is known of this heart yet.
     *
     * @param bundle whose decision rule is "beats"
     * @throws IllegalArgumentException if recipe, model and rule do not belong together
     */
    public HeartChain(Bundle bundle, HeartSettings settings, HeartListener listener) {
        Recipe parsed = Recipe.parse(bundle.recipe().bytes());
        this.bundle = bundle;
        this.listener = listener;
        beatsStep = beatsStep(bundle, parsed);
        int qrsStep = parsed.steps().get(beatsStep - 1).input();
        QrsDesign design = ((ReadingStep.Qrs) parsed.steps().get(qrsStep - 1)).design();
        sampleRateHz = parsed.sampleRateMilliHertz() / 1_000;
        require(
                parsed.windowLength() == sampleRateHz,
                "A heart's recipe has windows of one second; this one has " + parsed.windowLength() + " samples at "
                        + sampleRateHz + " Hz.");
        require(
                design.second() == sampleRateHz,
                "The QRS step's second has " + design.second() + " samples, but the recipe's " + sampleRateHz + ".");
        require(
                settings.limits().sampleRateHz() == sampleRateHz,
                "The limits are for " + settings.limits().sampleRateHz() + " Hz, but the recipe takes " + sampleRateHz
                        + " Hz.");
        delay = design.hold() + design.positionBack() + (design.smoothing() - 1) / 2 + design.baseline() / 2;
        recipe = new RecipeInterpreter(
                parsed, new SensorConfiguration(settings.nanoMillivoltPerCount(), FaultOrders.NONE));
        detector = recipe.beats(qrsStep);
        evenBeats = new EvenBeats(detector, sampleRateHz);
        beats = recipe.described(beatsStep);
        int nanovolt = Math.max(1, settings.nanoMillivoltPerCount() / NANO_MILLIVOLT_PER_NANOVOLT);
        quality = new HeartSignalQuality(sampleRateHz, nanovolt, settings.lowestRail(), settings.highestRail());
        pacing = settings.hasPacemaker() ? Optional.of(new PacingSpikes(sampleRateHz, nanovolt)) : Optional.empty();
        spikes = new SpikeTimes(sampleRateHz);
        fibrillation = new FibrillationMeasure(sampleRateHz, nanovolt);
        rhythm = new RhythmRules(settings.limits());
        rate = new HeartRate(sampleRateHz);
        respiration = new RespirationRate(sampleRateHz);
        VerdictRule.Beats rule = (VerdictRule.Beats) bundle.decision().rule();
        decision = new BeatDecision(rule.rule(), bundle.model().scale());
    }

    private static int beatsStep(Bundle bundle, Recipe recipe) {
        require(
                bundle.decision().rule() instanceof VerdictRule.Beats,
                "This bundle judges windows, not beats; give one whose decision rule is 3.");
        require(
                bundle.model().input() instanceof RecipeArray array
                        && array.step() <= recipe.steps().size()
                        && recipe.steps().get(array.step() - 1) instanceof ReadingStep.DescribedBeats,
                "The bundle's model does not take the array of a beat features step (operation 30).");
        return ((RecipeArray) bundle.model().input()).step();
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** Takes counts of the lead and tells what they bring. */
    public void accept(short[] counts, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, counts.length);
        for (int i = offset; i < offset + length; i++) {
            take(counts[i]);
        }
    }

    /** Takes counts of the lead and tells what they bring. */
    public void accept(short[] counts) {
        accept(counts, 0, counts.length);
    }

    private void take(short count) {
        FeatureVector[] window = new FeatureVector[1];
        sample[0] = pacing.map(each -> withoutSpike(each, count)).orElse(count);
        recipe.accept(sample, 0, 1, ended -> window[0] = ended);
        samples++;
        if (quality.accept(sample[0], detector)) {
            signalJudged();
        }
        if (fibrillation.accept(sample[0])) {
            advance();
        }
        takeDetected();
        takeDescribed();
        if (window[0] != null) {
            endSecond(window[0]);
        }
    }

    private short withoutSpike(PacingSpikes each, short count) {
        short without = (short) each.accept(count);
        if (each.isSpike()) {
            spikes.add(samples);
        }
        return without;
    }

    /** The broad complexes of a tachycardia look like noise: what stands or comes evenly is none. */
    private boolean isTachycardia() {
        return quality.state() == RhythmSignal.State.CANNOT_TELL
                && !quality.clips()
                && evenBeats.areRecent(samples - 1)
                && (rhythm.stands(RhythmClass.VENTRICULAR_TACHYCARDIA) || evenBeats.areFast(isJudged()));
    }

    private boolean isJudged() {
        return signal == RhythmSignal.State.GOOD;
    }

    /** What was learnt of a rhythm does not reach over a stretch that nobody saw. */
    private void signalJudged() {
        signal = isTachycardia() ? RhythmSignal.State.GOOD : quality.state();
        if (!isJudged()) {
            rate.forget();
            atrial.forget();
            respiration.forget();
        }
        advance();
    }

    private void advance() {
        tell(rhythm.advance(
                new RhythmSignal(Math.max(0, samples - 1 - delay), signal, fibrillation.state(), atrial.episode())));
    }

    private void takeDetected() {
        for (; detected < detector.beats(); detected++) {
            HeartBeat beat = detector.beat(detected).orElseThrow();
            detectedBeats.add(beat, detector.newestHeight(), pacing.isPresent() && spikes.pace(beat.sample()));
            if (isJudged()) {
                beatsInSecond++;
                rate.accept(beat.sample());
                tell(rhythm.detected(beat.sample()));
            }
        }
    }

    /** A beat in a signal that cannot be trusted is told, but not classed, and nothing is concluded from it. */
    private void takeDescribed() {
        if (beats.described() == described) {
            return;
        }
        described = beats.described();
        if (isJudged()) {
            classDescribed();
        } else if (signal == RhythmSignal.State.CANNOT_TELL) {
            tellBeat(new BeatJudgement(BeatJudgement.UNKNOWN, 0, true));
        }
    }

    private void classDescribed() {
        short[] features = new short[beats.length()];
        for (int i = 0; i < features.length; i++) {
            features[i] = (short) beats.element(i);
        }
        short[] scores = bundle.model().model().score(bundle.model().inputs(new int[0], recipe::array));
        BeatJudgement judgement =
                decision.decide(scores, features, atrial.episode().stands());
        BeatClass beatClass = BeatClass.of(judgement.beatClass()).orElseThrow();
        boolean ectopic = beatClass != BeatClass.NORMAL;
        atrial.accept(beats.sample(), ectopic);
        respiration.accept(beats.sample(), detectedBeats.heightNear(beats.sample()), ectopic);
        List<RhythmEvent> events = rhythm.classed(beats.sample(), beatClass, !judgement.abstained());
        tellBeat(judgement);
        tell(events);
    }

    private void tellBeat(BeatJudgement judgement) {
        listener.beat(new ClassedBeat(
                beats.sample() - pacing.map(PacingSpikes::delay).orElse(0),
                BeatClass.of(judgement.beatClass()).orElseThrow(),
                judgement.confidence(),
                judgement.abstained(),
                atrial.episode().stands(),
                detectedBeats.isPacedNear(beats.sample()),
                beats.isLate()));
    }

    /** An onset is told with the time that has passed since; an end with the whole episode's. */
    private void tell(List<RhythmEvent> events) {
        for (RhythmEvent event : events) {
            long until = event.ended() ? event.sample() : samples - 1;
            long millis = Math.min(Integer.MAX_VALUE, (until - event.onsetSample()) * 1_000 / sampleRateHz);
            listener.event(new HeartEvent(
                    event.rhythm(), !event.ended(), event.heartRatePerMinute(), event.beats(), millis, samples - 1));
        }
    }

    private void endSecond(FeatureVector window) {
        advance();
        int flags = window.qualityFlags()
                | (quality.clips() ? HeartVitals.CLIPPED : 0)
                | switch (signal) {
                    case GOOD -> 0;
                    case LEARNING -> HeartVitals.WARMING_UP;
                    case LEAD_OFF -> HeartVitals.LEAD_OFF;
                    case CANNOT_TELL -> HeartVitals.CANNOT_TELL;
                };
        listener.second(new HeartVitals(
                rate.perMinuteTimes10(samples - 1),
                rate.lastIntervalMillis(),
                respiration.perMinuteTimes10(),
                beatsInSecond,
                quality.index(),
                atrialFibrillation(),
                rhythm.ventricularSharePermille(),
                quality.baselineWanderMicrovolt(),
                quality.noiseMicrovolt(),
                flags));
        beatsInSecond = 0;
    }

    private int atrialFibrillation() {
        if (atrial.episode().stands()) {
            return 1;
        }
        return isJudged() && atrial.state() != AtrialFibrillation.State.UNKNOWN ? 0 : 2;
    }
}
