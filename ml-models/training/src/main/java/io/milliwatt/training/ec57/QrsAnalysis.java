package io.milliwatt.training.ec57;

import io.milliwatt.datasets.ecg.EcgLead;
import io.milliwatt.datasets.ecg.LeadSamples;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.QrsDetector;
import io.milliwatt.dsp.fixedpoint.heart.HeartSignalQuality;
import io.milliwatt.dsp.fixedpoint.heart.RhythmSignal;
import io.milliwatt.ec57.episode.Span;
import io.milliwatt.ec57.report.HeartAnalysis;
import io.milliwatt.ec57.report.HeartFindings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The node's QRS detector and its judgement of the signal, without a model: beats without classes, and where none can be told. */
public final class QrsAnalysis implements HeartAnalysis {
    private static final int NANO_MILLIVOLT_PER_NANOVOLT = 1_000;
    private static final int UNREADABLE = -1;
    private static final int READABLE = 0;

    @Override
    public String subject() {
        return "the node's QRS detector, without a model";
    }

    @Override
    public boolean tellsClasses() {
        return false;
    }

    @Override
    public HeartFindings analyse(EcgLead lead) {
        int rateHz = (int) Math.round(lead.sampleRateHz());
        LeadSamples samples = LeadSamples.of(lead, rateHz);
        int nanovoltPerCount = Math.max(1, samples.nanoMillivoltPerCount() / NANO_MILLIVOLT_PER_NANOVOLT);
        QrsDetector detector = new QrsDetector(QrsDesign.forRate(rateHz), samples.nanoMillivoltPerCount());
        HeartSignalQuality quality =
                new HeartSignalQuality(rateHz, nanovoltPerCount, samples.lowestRail(), samples.highestRail());
        List<Long> beats = new ArrayList<>();
        List<Span> unreadable = new ArrayList<>();
        OptionalLong unreadableSince = OptionalLong.empty();
        for (int i = 0; i < samples.counts().length; i++) {
            short sample = samples.counts()[i];
            detector.accept(sample);
            if (detector.beats() > beats.size()) {
                beats.add(detector.beat(beats.size()).orElseThrow().sample());
            }
            if (quality.accept(sample, detector) && isUnreadable(quality.state()) != unreadableSince.isPresent()) {
                long now = i + 1L;
                unreadableSince.ifPresent(since -> unreadable.add(new Span(since, now)));
                unreadableSince = unreadableSince.isPresent() ? OptionalLong.empty() : OptionalLong.of(now);
            }
        }
        unreadableSince.ifPresent(since -> unreadable.add(new Span(since, lead.length())));
        return new HeartFindings(annotations(beats, unreadable), List.of(), List.of());
    }

    /** What was found where nothing can be told is not told. */
    private static List<Annotation> annotations(List<Long> beats, List<Span> unreadable) {
        Stream<Annotation> told = beats.stream()
                .filter(beat -> unreadable.stream().noneMatch(span -> span.contains(beat)))
                .map(beat -> Annotation.of(beat, AnnotationCode.NORMAL));
        Stream<Annotation> marks = unreadable.stream()
                .flatMap(span ->
                        Stream.of(quality(span.beginSample(), UNREADABLE), quality(span.endSample(), READABLE)));
        return Stream.concat(told, marks)
                .sorted(Comparator.comparingLong(Annotation::sample))
                .toList();
    }

    private static Annotation quality(long sample, int subtype) {
        return new Annotation(sample, AnnotationCode.SIGNAL_QUALITY_CHANGE, subtype, 0, 0, "");
    }

    private static boolean isUnreadable(RhythmSignal.State state) {
        return state == RhythmSignal.State.CANNOT_TELL || state == RhythmSignal.State.LEAD_OFF;
    }
}
