package io.milliwatt.nodes.heart;

import java.util.List;
import java.util.Optional;

/**
 * A heart as the model knows it.
 *
 * @param ratePerMinute of the sinus node, 20 … 300
 * @param breathsPerMinute 4 … 60; the breath moves rate, baseline and heights
 * @param conduction shape of the beats that come from the sinus node
 * @param ventricularPerMinute premature ventricular beats, on average
 * @param supraventricularPerMinute premature atrial beats, on average
 * @param episodes other rhythms; where two overlap the first in the list holds
 * @param leadOff when the electrode is off
 */
public record HeartScenario(
        double ratePerMinute,
        double breathsPerMinute,
        BeatShape conduction,
        double ventricularPerMinute,
        double supraventricularPerMinute,
        List<Episode> episodes,
        Disturbance disturbance,
        List<Span> leadOff) {
    public HeartScenario {
        episodes = List.copyOf(episodes);
        leadOff = List.copyOf(leadOff);
        if (!(ratePerMinute >= 20 && ratePerMinute <= 300) || !(breathsPerMinute >= 4 && breathsPerMinute <= 60)) {
            throw new IllegalArgumentException("A heart needs 20..300 beats and 4..60 breaths a minute, but they are "
                    + ratePerMinute + " and " + breathsPerMinute + ".");
        }
        if (!(ventricularPerMinute >= 0) || !(supraventricularPerMinute >= 0)) {
            throw new IllegalArgumentException("Premature beats a minute must be 0 or more, but they are "
                    + ventricularPerMinute + " and " + supraventricularPerMinute + ".");
        }
    }

    /** A healthy heart with an electrode that sits well. */
    public static HeartScenario sinus(double ratePerMinute) {
        return new HeartScenario(ratePerMinute, 15, BeatShape.SINUS, 0, 0, List.of(), Disturbance.LITTLE, List.of());
    }

    public HeartScenario with(Episode... some) {
        return new HeartScenario(
                ratePerMinute,
                breathsPerMinute,
                conduction,
                ventricularPerMinute,
                supraventricularPerMinute,
                List.of(some),
                disturbance,
                leadOff);
    }

    public HeartScenario withPrematureBeats(double ventricular, double supraventricular) {
        return new HeartScenario(
                ratePerMinute,
                breathsPerMinute,
                conduction,
                ventricular,
                supraventricular,
                episodes,
                disturbance,
                leadOff);
    }

    public HeartScenario with(Disturbance other) {
        return new HeartScenario(
                ratePerMinute,
                breathsPerMinute,
                conduction,
                ventricularPerMinute,
                supraventricularPerMinute,
                episodes,
                other,
                leadOff);
    }

    /** Some of its beats are a pacemaker's. */
    public boolean hasPacemaker() {
        return conduction == BeatShape.PACED || episodes.stream().anyMatch(episode -> episode.rhythm() == Rhythm.PACED);
    }

    Optional<Episode> episodeAt(double timeSeconds) {
        return episodes.stream().filter(episode -> episode.holdsAt(timeSeconds)).findFirst();
    }

    Rhythm rhythmAt(double timeSeconds) {
        return episodeAt(timeSeconds).map(Episode::rhythm).orElse(Rhythm.SINUS);
    }

    boolean isLeadOffAt(double timeSeconds) {
        return leadOff.stream().anyMatch(span -> span.holdsAt(timeSeconds));
    }
}
