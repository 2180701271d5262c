package io.milliwatt.ecg.variability;

import io.milliwatt.dsp.ecg.BeatOrigin;
import io.milliwatt.dsp.ecg.HeartBeat;
import io.milliwatt.dsp.ecg.HeartRateVariability;
import io.milliwatt.dsp.ecg.NormalIntervals;
import io.milliwatt.dsp.ecg.TimeDomainVariability;
import io.milliwatt.ecg.signal.Beat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A node's beats as variability sees them. */
public final class SinusBeats {

    private SinusBeats() {}

    /** Figures of one node's beats, in any order; a beat that is told twice counts once. */
    public static HeartRateVariability variability(List<Beat> beats) {
        return HeartRateVariability.of(series(beats));
    }

    /** The figures by the clock alone, which a day's beats give in no time. */
    public static Optional<TimeDomainVariability> timeDomain(List<Beat> beats) {
        return TimeDomainVariability.of(NormalIntervals.fromBeats(series(beats)));
    }

    private static List<HeartBeat> series(List<Beat> beats) {
        List<HeartBeat> series = new ArrayList<>();
        Instant last = Instant.MIN;
        for (Beat beat : beats.stream().sorted(Comparator.comparing(Beat::at)).toList()) {
            if (beat.at().isAfter(last)) {
                series.add(new HeartBeat(beat.at().toEpochMilli(), origin(beat)));
                last = beat.at();
            }
        }
        return series;
    }

    /**
     * Conducted beats in atrial fibrillation look normal and say nothing of the sinus node; nor does a paced one, or one the node was
     * not sure of.
     */
    static BeatOrigin origin(Beat beat) {
        if (beat.abstained() || beat.inAtrialFibrillation() || beat.pacingSpike()) {
            return BeatOrigin.OTHER;
        }
        return switch (beat.beatClass()) {
            case NORMAL -> BeatOrigin.SINUS;
            case SUPRAVENTRICULAR -> BeatOrigin.SUPRAVENTRICULAR;
            case VENTRICULAR -> BeatOrigin.VENTRICULAR;
            case FUSION, UNCLASSIFIABLE -> BeatOrigin.OTHER;
        };
    }
}
