package io.milliwatt.workbench.analyze.ecg;

import io.milliwatt.datasets.ecg.EcgLead;
import io.milliwatt.datasets.ecg.EcgRecording;
import io.milliwatt.datasets.ecg.HeartAnnotations;
import io.milliwatt.datasets.ecg.LeadSamples;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.dsp.ecg.BeatOrigin;
import io.milliwatt.dsp.ecg.HeartBeat;
import io.milliwatt.dsp.ecg.HeartRateVariability;
import io.milliwatt.dsp.fixedpoint.heart.BeatClass;
import io.milliwatt.dsp.fixedpoint.heart.RhythmClass;
import io.milliwatt.dsp.fixedpoint.heart.RhythmEvent;
import io.milliwatt.firmware.NativeHeart;
import io.milliwatt.firmware.NativeHeart.Beat;
import io.milliwatt.firmware.NativeHeart.Event;
import io.milliwatt.firmware.NativeHeart.Second;
import io.milliwatt.firmware.NativeHeart.Told;
import io.milliwatt.workbench.SuiteException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Has the node's code watch one lead from its first sample to its last, as a node would that was just switched on. */
final class EcgAnalysis {

    /** Of a beat's flags. */
    private static final int ABSTAINED = 1;

    private final HeartModel model;
    private final EcgLead lead;
    private final HeartAnnotations annotations = new HeartAnnotations();
    private final Map<BeatClass, Integer> counts = new EnumMap<>(BeatClass.class);
    private final List<HeartBeat> beats = new ArrayList<>();
    private final Map<RhythmClass, Event> standing = new EnumMap<>(RhythmClass.class);
    private final List<Episode> episodes = new ArrayList<>();
    private final SecondsSummary seconds = new SecondsSummary();
    private int uncertain;

    private EcgAnalysis(HeartModel model, EcgLead lead) {
        this.model = model;
        this.lead = lead;
    }

    /** What was found, before any annotation file is written. */
    record Result(EcgReport report, List<Annotation> annotations) {}

    static Result of(EcgRecording recording, EcgLead lead, HeartModel model) {
        return new EcgAnalysis(model, lead).run(recording);
    }

    private Result run(EcgRecording recording) {
        LeadSamples samples = samples();
        try (NativeHeart heart = model.watch(samples)) {
            heart.accept(samples.counts()).forEach(this::take);
            int end = samples.counts().length;
            heart.accept(samples.heldAfterTheEnd(model.rateHz())).stream()
                    .filter(told -> told instanceof Beat beat && beat.sample() < end)
                    .forEach(this::take);
        }
        standing.forEach((rhythm, event) -> episodes.add(episode(event, OptionalDouble.empty())));
        episodes.sort(Comparator.comparingDouble(Episode::beginSeconds));
        List<String> remarks = new ArrayList<>(recording.findings());
        remarks.addAll(samples.remarks());
        EcgReport report = new EcgReport(
                recording.name(),
                lead.name(),
                lead.sampleRateHz(),
                lead.length() / lead.sampleRateHz(),
                model.name(),
                counts,
                uncertain,
                seconds.rate(),
                seconds.respirationRatePerMinute(),
                seconds.quality(),
                HeartRateVariability.of(beats),
                List.copyOf(episodes),
                Optional.empty(),
                remarks);
        double perSample = recording.annotationRateHz() / model.rateHz();
        return new Result(
                report,
                annotations.upTo(samples.counts().length).stream()
                        .map(annotation -> moved(annotation, perSample))
                        .toList());
    }

    private LeadSamples samples() {
        try {
            return LeadSamples.of(lead, model.rateHz());
        } catch (IllegalArgumentException unsuitable) {
            throw new SuiteException(unsuitable.getMessage(), unsuitable);
        }
    }

    private void take(Told told) {
        switch (told) {
            case Beat beat -> take(beat);
            case Event event -> take(event);
            case Second second -> seconds.add(second);
        }
    }

    private void take(Beat beat) {
        BeatClass beatClass = BeatClass.of(beat.beatClass())
                .orElseThrow(
                        () -> new IllegalStateException("the firmware told of a beat of class " + beat.beatClass()));
        boolean certain = (beat.flags() & ABSTAINED) == 0;
        counts.merge(beatClass, 1, Integer::sum);
        uncertain += certain ? 0 : 1;
        annotations.add(beat.sample(), beatClass, certain);
        beats.add(
                new HeartBeat(beat.sample() * 1000.0 / model.rateHz(), certain ? origin(beatClass) : BeatOrigin.OTHER));
    }

    private void take(Event event) {
        RhythmClass rhythm = RhythmClass.of(event.eventClass())
                .orElseThrow(() ->
                        new IllegalStateException("the firmware told of an event of class " + event.eventClass()));
        long onset = standing.containsKey(rhythm) ? onset(standing.get(rhythm)) : onset(event);
        long end = onset + samples(event.millis());
        annotations.add(new RhythmEvent(
                rhythm,
                !event.onset(),
                event.heartRatePerMinute(),
                event.beats(),
                onset,
                event.onset() ? event.sample() : end));
        if (event.onset()) {
            standing.put(rhythm, event);
        } else {
            Event begun = standing.remove(rhythm);
            Event of = begun == null ? event : begun;
            episodes.add(new Episode(
                    rhythm,
                    of.urgency(),
                    (double) onset / model.rateHz(),
                    OptionalDouble.of((double) end / model.rateHz()),
                    event.heartRatePerMinute(),
                    event.beats()));
        }
    }

    private Episode episode(Event event, OptionalDouble end) {
        return new Episode(
                RhythmClass.of(event.eventClass()).orElseThrow(),
                event.urgency(),
                (double) onset(event) / model.rateHz(),
                end,
                event.heartRatePerMinute(),
                event.beats());
    }

    /** An onset is told with the time that has passed since. */
    private long onset(Event event) {
        return Math.max(0, event.sample() - samples(event.millis()));
    }

    private long samples(long millis) {
        return Math.round(millis * model.rateHz() / 1000.0);
    }

    private static Annotation moved(Annotation annotation, double perSample) {
        return new Annotation(
                Math.round(annotation.sample() * perSample),
                annotation.code(),
                annotation.subtype(),
                annotation.channel(),
                annotation.number(),
                annotation.auxiliary());
    }

    private static BeatOrigin origin(BeatClass beatClass) {
        return switch (beatClass) {
            case NORMAL -> BeatOrigin.SINUS;
            case SUPRAVENTRICULAR -> BeatOrigin.SUPRAVENTRICULAR;
            case VENTRICULAR -> BeatOrigin.VENTRICULAR;
            case FUSION, UNCLASSIFIABLE -> BeatOrigin.OTHER;
        };
    }
}
