package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.exchange.EcgLead;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.exchange.MonitoringExtract.DatedNews;
import io.milliwatt.ecg.exchange.MonitoringExtract.Rates;
import io.milliwatt.ecg.exchange.TraceClip;
import io.milliwatt.ecg.label.Label;
import io.milliwatt.ecg.label.Label.Target;
import io.milliwatt.ecg.news.NewsChart;
import io.milliwatt.ecg.news.Observations;
import io.milliwatt.ecg.news.OxygenScale;
import io.milliwatt.ecg.patient.Admission;
import io.milliwatt.ecg.patient.Recording;
import io.milliwatt.ecg.signal.Beat;
import io.milliwatt.ecg.signal.Strip;
import io.milliwatt.ecg.signal.Trace;
import io.milliwatt.ecg.vitals.Numerics;
import io.milliwatt.ecg.vitals.Quantity;
import io.milliwatt.ecg.vitals.VitalSigns;
import io.milliwatt.platform.storage.RawValues;
import io.milliwatt.platform.storage.TrendPoint;
import io.milliwatt.platform.storage.TrendTable;
import io.milliwatt.platform.storage.TrendWindow;
import io.milliwatt.telemetry.BeatClass;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts an extract together from what is stored. A node counts only for as long as it was on the patient, so that nothing of whoever had
 * it before or after is given away, and a person's word on a beat counts before the node's.
 */
@ApplicationScoped
public class ExtractReader {

    private static final int MOST_EPISODES = 2_000;
    private static final int ANALYSED = 0;
    /** Rates are told each second; the newest of this many stand for the end of the stretch. */
    private static final Duration LATEST = Duration.ofSeconds(10);

    private final StripReader strips;
    private final BeatTable beats;
    private final LabelTable labels;
    private final EpisodeTable episodes;
    private final VitalSignsTable vitals;
    private final TrendTable trends;

    ExtractReader(
            StripReader strips,
            BeatTable beats,
            LabelTable labels,
            EpisodeTable episodes,
            VitalSignsTable vitals,
            TrendTable trends) {
        this.strips = strips;
        this.beats = beats;
        this.labels = labels;
        this.episodes = episodes;
        this.vitals = vitals;
        this.trends = trends;
    }

    public MonitoringExtract read(Stay stay, Instant from, Instant to, List<EcgLead> leads) {
        Admission admission = stay.admission();
        String patient = admission.patient();
        List<Recording> recordings = admission.recordings(from, to);
        Strip strip = strips.read(admission, from, to);
        List<VitalSigns> signs = recordings.stream()
                .flatMap(recording -> vitals.of(recording).stream())
                .toList();
        VitalSigns newest = newest(signs);
        Optional<Rates> rates = rates(admission, from, to);
        return new MonitoringExtract(
                patient,
                admission.isOpen() ? Optional.of(admission.bed()) : Optional.empty(),
                from,
                to,
                leads,
                cut(strip.traces(), recordings),
                judged(patient, strip.beats(), from, to),
                episodes.of(patient, from, to, MOST_EPISODES).stream()
                        .sorted(Comparator.comparing(Episode::onsetAt))
                        .toList(),
                rates,
                newest,
                news(stay, newest, rates));
    }

    /** The beats alone, in order of time. */
    public List<Beat> beats(Admission admission, Instant from, Instant to) {
        return judged(admission.patient(), beats.of(admission.recordings(from, to)), from, to);
    }

    /** Signal is stored in whole blocks: the first and the last may reach into another patient's time. */
    private static List<Trace> cut(List<Trace> traces, List<Recording> recordings) {
        return TraceClip.joined(traces.stream()
                .flatMap(trace -> recordings.stream()
                        .filter(recording -> recording.node() == trace.node())
                        .map(recording -> TraceClip.within(trace, recording.from(), recording.to())))
                .toList());
    }

    private List<Beat> judged(String patient, List<Beat> found, Instant from, Instant to) {
        Map<String, Label> said = labels.newestBeats(patient, from, to).stream()
                .collect(Collectors.toMap(label -> label.target().key(), Function.identity()));
        return found.stream()
                .flatMap(beat -> {
                    Target target = Target.beat(patient, beat.node(), ANALYSED, beat.at());
                    return judged(beat, Optional.ofNullable(said.get(target.key()))).stream();
                })
                .sorted(Comparator.comparing(Beat::at))
                .toList();
    }

    private static Optional<Beat> judged(Beat beat, Optional<Label> label) {
        if (label.isEmpty()) {
            return Optional.of(beat);
        }
        return Arrays.stream(BeatClass.values())
                .filter(each -> label.get().after().equals(String.valueOf(each.letter())))
                .findFirst()
                .map(said -> new Beat(
                        beat.node(),
                        beat.at(),
                        said,
                        1,
                        false,
                        beat.inAtrialFibrillation(),
                        beat.pacingSpike(),
                        beat.foundLate(),
                        beat.modelVersion()));
    }

    private static VitalSigns newest(List<VitalSigns> signs) {
        return signs.stream()
                .sorted(Comparator.comparing(VitalSigns::at).reversed())
                .reduce(VitalSigns::over)
                .orElse(VitalSigns.NONE);
    }

    private Optional<Rates> rates(Admission admission, Instant from, Instant to) {
        Instant late = to.minus(LATEST);
        TrendWindow window = new TrendWindow(late.isAfter(from) ? late : from, to, (int) LATEST.toSeconds());
        return admission.assignments().stream()
                .filter(worn -> worn.covers(window.from()))
                .flatMap(worn -> rates(worn.node(), window).stream())
                .max(Comparator.comparing(Rates::at));
    }

    private Optional<Rates> rates(long node, TrendWindow window) {
        Optional<TrendPoint> heart = latest(node, Quantity.HEART_RATE, window);
        Optional<TrendPoint> breath = latest(node, Quantity.RESPIRATION_RATE, window);
        return heart.or(() -> breath).map(point -> new Rates(point.at(), value(heart), value(breath)));
    }

    private Optional<TrendPoint> latest(long node, Quantity quantity, TrendWindow window) {
        RawValues raw = new RawValues(
                Numerics.RECIPE_ID, quantity.place().orElseThrow(), 1.0 / quantity.divisor(), quantity.zeroIsUnknown());
        List<TrendPoint> course = trends.series(node, quantity.trendNumber(), window, raw);
        return course.isEmpty() ? Optional.empty() : Optional.of(course.getLast());
    }

    private static OptionalDouble value(Optional<TrendPoint> point) {
        return point.map(known -> OptionalDouble.of(known.mean())).orElseGet(OptionalDouble::empty);
    }

    private static Optional<DatedNews> news(Stay stay, VitalSigns signs, Optional<Rates> rates) {
        if (signs.equals(VitalSigns.NONE)) {
            return Optional.empty();
        }
        OxygenScale scale = stay.settings().spo2Scale() == 2 ? OxygenScale.TWO : OxygenScale.ONE;
        OptionalDouble breath = rates.map(Rates::respirationRatePerMinute).orElseGet(OptionalDouble::empty);
        Observations observed = new Observations(
                signs.respirationRatePerMinute().isPresent() ? signs.respirationRatePerMinute() : breath,
                signs.oxygenSaturationPercent(),
                signs.supplementalOxygen(),
                signs.systolicMillimetresOfMercury(),
                rates.map(Rates::heartRatePerMinute).orElseGet(OptionalDouble::empty),
                signs.consciousness(),
                signs.temperatureCelsius());
        return Optional.of(new DatedNews(signs.at(), scale, NewsChart.score(observed, scale)));
    }
}
