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
 * @param unsure beats the node was not sure of and nobody has judged; they count as no class and as no rhythm
 * @param analysed the time between neighbouring beats that were told of, gaps left out
 * @param inFibrillation how much of it the atria fibrillated
 */
public record Stretch(
        Instant from,
        Instant to,
        Map<BeatClass, Long> beats,
        long unsure,
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
        Duration analysed = Duration.ZERO;
        Duration inFibrillation = Duration.ZERO;
        for (int i = 0; i < beats.size(); i++) {
            Beat beat = beats.get(i);
            if (beat.abstained()) {
                unsure++;
            } else {
                classes.merge(beat.beatClass(), 1L, Long::sum);
            }
            Duration interval =
                    i == 0 ? Duration.ZERO : Duration.between(beats.get(i - 1).at(), beat.at());
            if (interval.compareTo(LONGEST_INTERVAL) <= 0) {
                analysed = analysed.plus(interval);
                inFibrillation = beat.inAtrialFibrillation() ? inFibrillation.plus(interval) : inFibrillation;
            }
        }
        return new Stretch(
                from,
                to,
                classes,
                unsure,
                HeartRate.over(rates),
                analysed,
                inFibrillation,
                SinusBeats.timeDomain(beats));
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
