package io.milliwatt.ecg.adapter.view;

import io.milliwatt.dsp.ecg.FrequencyDomainVariability;
import io.milliwatt.dsp.ecg.HeartRateFragmentation;
import io.milliwatt.dsp.ecg.HeartRateTurbulence;
import io.milliwatt.dsp.ecg.HeartRateVariability;
import io.milliwatt.dsp.ecg.PoincarePlot;
import io.milliwatt.dsp.ecg.TimeDomainVariability;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** Heart rate variability of one node's beats; what the stretch does not allow is null. Times in ms, powers in ms². */
public record VariabilityView(
        long nodeId,
        Instant from,
        Instant to,
        int normalIntervals,
        int rejectedIntervals,
        Optional<TimeView> time,
        Optional<FrequencyView> frequency,
        NonLinearView nonLinear,
        Optional<TurbulenceView> turbulence) {

    /** By the clock. */
    public record TimeView(
            double meanNn,
            double heartRate,
            double sdnn,
            double sdsd,
            double rmssd,
            double pnn50Percent,
            double pnn20Percent,
            double triangularIndex,
            double tinn) {
        static TimeView of(TimeDomainVariability time) {
            return new TimeView(
                    time.meanMillis(),
                    time.meanHeartRatePerMinute(),
                    time.sdnnMillis(),
                    time.sdsdMillis(),
                    time.rmssdMillis(),
                    time.pnn50Percent(),
                    time.pnn20Percent(),
                    time.geometry().triangularIndex(),
                    time.geometry().tinnMillis());
        }
    }

    /** By its rhythms; the ratio is null without any high power. */
    public record FrequencyView(OptionalDouble veryLow, double low, double high, OptionalDouble lowToHigh) {
        static FrequencyView of(FrequencyDomainVariability frequency) {
            double ratio = frequency.lowToHigh();
            return new FrequencyView(
                    frequency.veryLowMillisSquared(),
                    frequency.lowMillisSquared(),
                    frequency.highMillisSquared(),
                    Double.isFinite(ratio) ? OptionalDouble.of(ratio) : OptionalDouble.empty());
        }
    }

    /** As a process that is not linear. */
    public record NonLinearView(
            OptionalDouble sd1,
            OptionalDouble sd2,
            OptionalDouble sampleEntropy,
            OptionalDouble alpha1,
            Optional<FragmentationView> fragmentation) {
        static NonLinearView of(HeartRateVariability variability) {
            Optional<PoincarePlot> plot = variability.poincare();
            return new NonLinearView(
                    plot.map(known -> OptionalDouble.of(known.sd1Millis())).orElseGet(OptionalDouble::empty),
                    plot.map(known -> OptionalDouble.of(known.sd2Millis())).orElseGet(OptionalDouble::empty),
                    variability.sampleEntropy(),
                    variability.shortTermExponent(),
                    variability.fragmentation().map(FragmentationView::of));
        }
    }

    /** How often the heart turns between speeding up and slowing down. */
    public record FragmentationView(double pip, double ials, double pss, double pas) {
        static FragmentationView of(HeartRateFragmentation fragmentation) {
            return new FragmentationView(
                    fragmentation.inflectionShare(),
                    fragmentation.inverseAverageLength(),
                    fragmentation.shortSegmentShare(),
                    fragmentation.alternationShare());
        }
    }

    /** The answer to ventricular beats. */
    public record TurbulenceView(double onsetPercent, double slope, int ventricularBeats) {
        static TurbulenceView of(HeartRateTurbulence turbulence) {
            return new TurbulenceView(
                    turbulence.onsetPercent(), turbulence.slopeMillisPerInterval(), turbulence.ventricularBeats());
        }
    }

    public static VariabilityView of(long node, Instant from, Instant to, HeartRateVariability variability) {
        return new VariabilityView(
                node,
                from,
                to,
                variability.normalIntervals(),
                variability.rejectedIntervals(),
                variability.time().map(TimeView::of),
                variability.frequency().map(FrequencyView::of),
                NonLinearView.of(variability),
                variability.turbulence().map(TurbulenceView::of));
    }
}
