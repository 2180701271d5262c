package io.milliwatt.nodes.heart;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When the next beat comes, and from where. Sinus intervals follow the breath (respiratory sinus arrhythmia) and a slow
 * wave of a tenth of a hertz; a premature ventricular beat is followed by a compensatory pause, a premature atrial one
 * resets the sinus node.
 */
final class BeatSchedule {

    /** Share of the interval by which breathing and the slow wave move it. */
    private static final double BREATH_SHARE = 0.03;

    private static final double SLOW_SHARE = 0.02;
    private static final double SLOW_HZ = 0.1;
    private static final double JITTER_SHARE = 0.006;

    private static final double VENTRICULAR_PREMATURITY = 0.62;
    private static final double ATRIAL_PREMATURITY = 0.68;

    /** Coefficient of variation of the intervals in atrial fibrillation, and the shortest one a node of His lets through. */
    private static final double FIBRILLATION_SPREAD = 0.22;

    private static final double SHORTEST_CONDUCTED_SECONDS = 0.3;

    /** Without beats the schedule looks again after so long. */
    private static final double LOOK_AGAIN_SECONDS = 0.25;

    private final HeartScenario scenario;
    private final RandomGenerator random;
    private double lastSeconds;
    private double sinusDueSeconds;
    private boolean ectopicTurn;

    BeatSchedule(HeartScenario scenario, RandomGenerator random) {
        this.scenario = scenario;
        this.random = random;
        sinusDueSeconds = 0.5;
    }

    /** The next beat; empty where the rhythm has none, up to the moment in {@link #scheduledUntilSeconds}. */
    Optional<Beat> next() {
        Optional<Episode> episode = scenario.episodeAt(sinusDueSeconds);
        if (episode.isPresent() && episode.get().rhythm().isWithoutBeats()) {
            sinusDueSeconds += LOOK_AGAIN_SECONDS;
            return Optional.empty();
        }
        Beat beat = episode.map(this::ofEpisode).orElseGet(this::ofSinusNode);
        lastSeconds = beat.timeSeconds();
        return Optional.of(beat);
    }

    /** No beat comes before this moment that has not been given. */
    double scheduledUntilSeconds() {
        return sinusDueSeconds;
    }

    private Beat ofSinusNode() {
        double due = sinusDueSeconds;
        double interval = sinusIntervalSeconds(due);
        double chance = random.nextDouble() * 60 / interval;
        if (chance < scenario.ventricularPerMinute()) {
            double at = lastSeconds + VENTRICULAR_PREMATURITY * (due - lastSeconds);
            sinusDueSeconds = due + interval;
            return beat(at, BeatShape.VENTRICULAR);
        }
        if (chance < scenario.ventricularPerMinute() + scenario.supraventricularPerMinute()) {
            double at = lastSeconds + ATRIAL_PREMATURITY * (due - lastSeconds);
            sinusDueSeconds = at + interval;
            return beat(at, BeatShape.ATRIAL);
        }
        sinusDueSeconds = due + interval;
        return beat(due, scenario.conduction());
    }

    private Beat ofEpisode(Episode episode) {
        double due = sinusDueSeconds;
        double mean = 60 / episode.ratePerMinute();
        double steady = mean * (1 + JITTER_SHARE * random.nextGaussian());
        return switch (episode.rhythm()) {
            case ATRIAL_FIBRILLATION -> {
                double irregular = mean * Math.exp(FIBRILLATION_SPREAD * random.nextGaussian());
                sinusDueSeconds = due + Math.max(SHORTEST_CONDUCTED_SECONDS, irregular);
                yield beat(due, BeatShape.CONDUCTED);
            }
            case SUPRAVENTRICULAR_TACHYCARDIA -> {
                sinusDueSeconds = due + steady;
                yield beat(due, BeatShape.ATRIAL);
            }
            case VENTRICULAR_TACHYCARDIA -> {
                sinusDueSeconds = due + steady;
                yield beat(due, BeatShape.VENTRICULAR);
            }
            case PACED -> {
                sinusDueSeconds = due + mean;
                yield beat(due, BeatShape.PACED);
            }
            case BIGEMINY -> {
                ectopicTurn = !ectopicTurn;
                // Each pair takes two intervals: the ectopic beat early, the next one after a pause.
                sinusDueSeconds = due + steady * (ectopicTurn ? VENTRICULAR_PREMATURITY : 2 - VENTRICULAR_PREMATURITY);
                yield beat(due, ectopicTurn ? scenario.conduction() : BeatShape.VENTRICULAR);
            }
            case SINUS -> {
                sinusDueSeconds = due + steady;
                yield beat(due, scenario.conduction());
            }
            case VENTRICULAR_FIBRILLATION, ASYSTOLE ->
                throw new IllegalStateException("A rhythm without beats, " + episode.rhythm() + ", was asked for one.");
        };
    }

    private Beat beat(double timeSeconds, BeatShape shape) {
        return new Beat(timeSeconds, timeSeconds - lastSeconds, shape);
    }

    private double sinusIntervalSeconds(double timeSeconds) {
        double breath = Math.sin(2 * Math.PI * scenario.breathsPerMinute() / 60 * timeSeconds);
        double slow = Math.sin(2 * Math.PI * SLOW_HZ * timeSeconds);
        return 60
                / scenario.ratePerMinute()
                * (1 + BREATH_SHARE * breath + SLOW_SHARE * slow + JITTER_SHARE * random.nextGaussian());
    }
}
