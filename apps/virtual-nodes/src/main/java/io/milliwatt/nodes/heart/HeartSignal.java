package io.milliwatt.nodes.heart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Two leads of a heart from its scenario, in millivolt, sample after sample. Not for use by several threads at once. */
public final class HeartSignal implements ElectrodeSignal {

    private static final double VENTRICULAR_FIBRILLATION_MILLIVOLT = 0.45;
    private static final double ATRIAL_FIBRILLATION_MILLIVOLT = 0.06;
    private static final double BREATH_HEIGHT_SHARE = 0.06;
    private static final double SPIKE_MILLIVOLT = 4;
    private static final double SPIKE_MILLIS = 2;

    /** A premature beat at the slowest rate comes so long before the one that was due, and its waves begin before it. */
    private static final double LOOK_AHEAD_SECONDS = 1.6;

    /** What an input without an electrode gives. */
    private static final double RAIL_MILLIVOLT = 250;

    private final HeartScenario scenario;
    private final double sampleRateHz;
    private final RandomGenerator random;
    private final BeatSchedule schedule;
    private final Fibrillation ventricles;
    private final Fibrillation atria;
    private final Deque<Beat> near = new ArrayDeque<>();
    private final List<Beat> told = new ArrayList<>();
    private double muscle;
    private long samples;

    /** @param seed the same one gives the same signal */
    public HeartSignal(HeartScenario scenario, double sampleRateHz, long seed) {
        this.scenario = scenario;
        this.sampleRateHz = sampleRateHz;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.schedule = new BeatSchedule(scenario, random);
        this.ventricles = new Fibrillation(3.5, 6.5, random);
        this.atria = new Fibrillation(5, 8, random);
    }

    @Override
    public void next(double[] lead1Millivolt, double[] lead2Millivolt) {
        for (int i = 0; i < lead1Millivolt.length; i++) {
            double time = samples / sampleRateHz;
            scheduleAround(time);
            if (scenario.isLeadOffAt(time)) {
                lead1Millivolt[i] = RAIL_MILLIVOLT;
                lead2Millivolt[i] = RAIL_MILLIVOLT;
            } else {
                sample(i, time, lead1Millivolt, lead2Millivolt);
            }
            samples++;
        }
    }

    /** The beats whose R peak has been given since the last call, also those that a lead which is off has hidden. */
    public List<Beat> takeBeats() {
        List<Beat> taken = List.copyOf(told);
        told.clear();
        return taken;
    }

    private void sample(int i, double time, double[] lead1, double[] lead2) {
        double breath = Math.sin(2 * Math.PI * scenario.breathsPerMinute() / 60 * time);
        double height = 1 + BREATH_HEIGHT_SHARE * breath;
        double first = 0;
        double second = 0;
        for (Beat beat : near) {
            double millis = 1000 * (time - beat.timeSeconds());
            for (Wave wave : beat.shape().waves()) {
                double bump = height * wave.heightAt(millis, beat.intervalSeconds());
                first += bump * wave.lead1Millivolt();
                second += bump * wave.lead2Millivolt();
            }
            if (beat.shape() == BeatShape.PACED && isSpike(millis)) {
                first += SPIKE_MILLIVOLT;
                second += SPIKE_MILLIVOLT;
            }
        }
        double fibrillation = fibrillation(time);
        double common = disturbance(time, breath);
        lead1[i] = first + fibrillation + common + muscle();
        lead2[i] = second - 0.7 * fibrillation + common + muscle();
    }

    private static boolean isSpike(double millis) {
        double since = millis + BeatShape.SPIKE_BEFORE_PEAK_MILLIS;
        return since >= 0 && since < SPIKE_MILLIS;
    }

    private double fibrillation(double time) {
        return switch (scenario.rhythmAt(time)) {
            case VENTRICULAR_FIBRILLATION -> VENTRICULAR_FIBRILLATION_MILLIVOLT * ventricles.next(1 / sampleRateHz);
            case ATRIAL_FIBRILLATION -> ATRIAL_FIBRILLATION_MILLIVOLT * atria.next(1 / sampleRateHz);
            default -> 0;
        };
    }

    private double disturbance(double time, double breath) {
        Disturbance disturbance = scenario.disturbance();
        return disturbance.baselineMillivolt() * breath
                + disturbance.mainsMillivolt() * Math.sin(2 * Math.PI * disturbance.mainsHz() * time);
    }

    /** White noise with its highest frequencies softened, as skin and amplifier leave it. */
    private double muscle() {
        double white = scenario.disturbance().muscleMillivolt() * random.nextGaussian();
        double soft = 0.6 * white + 0.4 * muscle;
        muscle = white;
        return soft * 1.39;
    }

    private void scheduleAround(double time) {
        while (schedule.scheduledUntilSeconds() < time + LOOK_AHEAD_SECONDS) {
            schedule.next().ifPresent(near::add);
        }
        while (!near.isEmpty() && near.peekFirst().timeSeconds() < time - BeatShape.LONGEST_MILLIS / 1000) {
            near.removeFirst();
        }
        for (Beat beat : near) {
            if (Math.round(beat.timeSeconds() * sampleRateHz) == samples) {
                told.add(beat);
            }
        }
    }
}
