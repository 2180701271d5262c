package io.milliwatt.dsp.ecg;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Every figure that a stretch of beats allows; what it does not allow is empty. */
public record HeartRateVariability(
        int normalIntervals,
        int rejectedIntervals,
        Optional<TimeDomainVariability> time,
        Optional<FrequencyDomainVariability> frequency,
        Optional<PoincarePlot> poincare,
        OptionalDouble sampleEntropy,
        OptionalDouble shortTermExponent,
        Optional<HeartRateFragmentation> fragmentation,
        Optional<HeartRateTurbulence> turbulence) {

    /** Beats in order of time; none at all (asystole) is a stretch like any other. */
    public static HeartRateVariability of(List<HeartBeat> beats) {
        NormalIntervals intervals = NormalIntervals.fromBeats(beats);
        return new HeartRateVariability(
                intervals.size(),
                intervals.rejected(),
                TimeDomainVariability.of(intervals),
                FrequencyDomainVariability.of(intervals),
                PoincarePlot.of(intervals),
                SampleEntropy.of(intervals),
                DetrendedFluctuation.shortTermExponent(intervals),
                HeartRateFragmentation.of(intervals),
                HeartRateTurbulence.of(beats));
    }
}
