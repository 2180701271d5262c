package io.milliwatt.ecg.summary;

import io.milliwatt.dsp.ecg.TimeDomainVariability;
import io.milliwatt.ecg.signal.Beat;
import io.milliwatt.ecg.variability.SinusBeats;
import io.milliwatt.telemetry.BeatClass;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one stretch of monitoring comes to.
 *
 * @param beats by class, without those the node was not sure of
 * @param unsure beats the node was not sure of and nobody has judged; they count as no class
 * @param paced beats of any class behind a pacing spike
 * @param analysed the time between neighbouring beats that could be judged; gaps and signal too poor to tell are left out
 * @param inFibrillation how much of it the atria fibrillated
 */
public record Stretch(
        Instant from,
        Instant to,
        Map<BeatClass, Long> beats,
        long unsure,
        long paced,
        Optional<HeartRate> rate,
        Duration analysed,
        Duration inFibrillation,
        Optional<TimeDomainVariability> variability) {

    /** Between two beats that are further apart, one was missed or nothing was received. */
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(3);

    public Stretch {
        beats = Map.copyOf(beats);
    }

    /** @param beats of one node, in order of time */
    static Stretch of(Instant from, Instant to, List<Beat> beats, List<HeartRate> rates) {
        Map<BeatClass, Long> classes = new EnumMap<>(BeatClass.class);
        long unsure = 0;
        long paced = 0;
        Duration analysed = Duration.ZERO;
        Duration inFibrillation = Duration.ZERO;
        for (int i = 0; i < beats.size(); i++) {
            Beat beat = beats.get(i);
            if (beat.abstained()) {
                unsure++;
            } else {
                classes.merge(beat.beatClass(), 1L, Long::sum);
            }
            paced += beat.pacingSpike() ? 1 : 0;
            if (i > 0 && isAnalysed(beats.get(i - 1), beat)) {
                Duration interval = Duration.between(beats.get(i - 1).at(), beat.at());
                analysed = analysed.plus(interval);
                inFibrillation = beat.inAtrialFibrillation() ? inFibrillation.plus(interval) : inFibrillation;
            }
        }
        return new Stretch(
                from,
                to,
                classes,
                unsure,
                paced,
                HeartRate.over(rates),
                analysed,
                inFibrillation,
                SinusBeats.timeDomain(beats));
    }

    private static boolean isAnalysed(Beat before, Beat beat) {
        return Duration.between(before.at(), beat.at()).compareTo(LONGEST_INTERVAL) <= 0
                && !isInPoorSignal(before)
                && !isInPoorSignal(beat);
    }

    /** What a node tells of a beat where the signal is too poor to judge any. */
    private static boolean isInPoorSignal(Beat beat) {
        return beat.abstained() && beat.beatClass() == BeatClass.UNCLASSIFIABLE;
    }

    public long counted() {
        return beats.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Share of the analysed time, 0…1; empty where nothing was analysed. */
    public OptionalDouble fibrillationShare() {
        return analysed.isZero()
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) inFibrillation.toMillis() / analysed.toMillis());
    }
}
