package io.milliwatt.ecg.adapter.view;

import io.milliwatt.dsp.ecg.TimeDomainVariability;
import io.milliwatt.ecg.summary.HeartRate;
import io.milliwatt.ecg.summary.MonitoringSummary;
import io.milliwatt.ecg.summary.Stretch;
import io.milliwatt.telemetry.BeatClass;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a span of monitoring comes to, as a whole and by hours. */
public record SummaryView(StretchView whole, List<StretchView> hours) {

    /** Heart rate per minute. */
    public record RateView(double least, double mean, double greatest) {
        static RateView of(HeartRate rate) {
            return new RateView(rate.least(), rate.mean(), rate.greatest());
        }
    }

    /** One stretch; {@code beats} by the letters of EC57, without the {@code unsure} ones. Null where there is nothing to tell from. */
    public record StretchView(
            Instant from,
            Instant to,
            Map<String, Long> beats,
            long unsure,
            long paced,
            Optional<RateView> heartRate,
            long analysedMillis,
            long inFibrillationMillis,
            OptionalDouble fibrillationShare,
            OptionalDouble sdnnMillis,
            OptionalDouble rmssdMillis) {

        static StretchView of(Stretch stretch) {
            Map<String, Long> beats = new LinkedHashMap<>();
            for (BeatClass beatClass : BeatClass.values()) {
                beats.put(String.valueOf(beatClass.letter()), stretch.beats().getOrDefault(beatClass, 0L));
            }
            return new StretchView(
                    stretch.from(),
                    stretch.to(),
                    beats,
                    stretch.unsure(),
                    stretch.paced(),
                    stretch.rate().map(RateView::of),
                    stretch.analysed().toMillis(),
                    stretch.inFibrillation().toMillis(),
                    stretch.fibrillationShare(),
                    figure(stretch.variability().map(TimeDomainVariability::sdnnMillis)),
                    figure(stretch.variability().map(TimeDomainVariability::rmssdMillis)));
        }

        private static OptionalDouble figure(Optional<Double> value) {
            return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        }
    }

    public static SummaryView of(MonitoringSummary summary) {
        return new SummaryView(
                StretchView.of(summary.whole()),
                summary.hours().stream().map(StretchView::of).toList());
    }
}
