package io.milliwatt.training.ec57;

import io.milliwatt.datasets.ecg.EcgLead;
import io.milliwatt.datasets.ecg.HeartAnnotations;
import io.milliwatt.datasets.ecg.LeadSamples;
import io.milliwatt.dsp.fixedpoint.heart.RhythmClass;
import io.milliwatt.dsp.fixedpoint.heart.RhythmEvent;
import io.milliwatt.dsp.fixedpoint.heart.RhythmLimits;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.ec57.alarm.Alarm;
import io.milliwatt.ec57.alarm.AlarmKind;
import io.milliwatt.ec57.episode.Span;
import io.milliwatt.ec57.report.HeartAnalysis;
import io.milliwatt.ec57.report.HeartFindings;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.heart.ClassedBeat;
import io.milliwatt.runtime.heart.HeartChain;
import io.milliwatt.runtime.heart.HeartEvent;
import io.milliwatt.runtime.heart.HeartListener;
import io.milliwatt.runtime.heart.HeartSettings;
import io.milliwatt.runtime.heart.HeartVitals;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bundle run by the Java twin of the node's code: beats with classes, rhythms, alarms, and where nothing can be told. */
public final class ChainAnalysis implements HeartAnalysis {
    private final String subject;
    private final Bundle bundle;
    private final int rateHz;

    /** @param bundle whose decision rule is "beats" */
    public ChainAnalysis(String subject, Bundle bundle) {
        this.subject = subject;
        this.bundle = bundle;
        rateHz = Recipe.parse(bundle.recipe().bytes()).sampleRateMilliHertz() / 1_000;
    }

    @Override
    public String subject() {
        return subject;
    }

    @Override
    public HeartFindings analyse(EcgLead lead) {
        LeadSamples samples = LeadSamples.of(lead, rateHz);
        Told told = new Told(rateHz);
        HeartSettings settings = new HeartSettings(
                RhythmLimits.defaults(rateHz),
                samples.nanoMillivoltPerCount(),
                samples.lowestRail(),
                samples.highestRail(),
                false);
        short[] counts = samples.counts();
        HeartChain chain = new HeartChain(bundle, settings, told);
        chain.accept(counts);
        told.end();
        chain.accept(samples.heldAfterTheEnd(rateHz));
        return told.findings(counts.length, lead.sampleRateHz() / rateHz);
    }

    /** Gathers what the chain tells, in samples of the bundle's rate; after the record's end only the beats before it. */
    private static final class Told implements HeartListener {
        private static final int UNKNOWN = 2;

        private final int rateHz;
        private final HeartAnnotations annotations = new HeartAnnotations();
        private final Map<RhythmClass, Long> onsets = new EnumMap<>(RhythmClass.class);
        private final List<Alarm> alarms = new ArrayList<>();
        private final List<Span> unknown = new ArrayList<>();
        private long seconds;
        private boolean ended;

        Told(int rateHz) {
            this.rateHz = rateHz;
        }

        void end() {
            ended = true;
        }

        @Override
        public void beat(ClassedBeat beat) {
            annotations.add(beat.sample(), beat.beatClass(), !beat.abstained());
        }

        /** An onset is told with the time that has passed since, an end with the whole episode's. */
        @Override
        public void event(HeartEvent event) {
            if (ended) {
                return;
            }
            long length = Math.round(event.millis() * rateHz / 1000.0);
            if (event.onset()) {
                long onset = Math.max(0, event.sample() - length);
                onsets.put(event.rhythm(), onset);
                annotations.add(rhythmEvent(event, onset, event.sample()));
            } else {
                long onset = Optional.ofNullable(onsets.remove(event.rhythm())).orElse(event.sample() - length);
                annotations.add(rhythmEvent(event, onset, onset + length));
                addAlarm(event.rhythm(), onset, onset + length);
            }
        }

        private static RhythmEvent rhythmEvent(HeartEvent event, long onset, long sample) {
            return new RhythmEvent(
                    event.rhythm(), !event.onset(), event.heartRatePerMinute(), event.beats(), onset, sample);
        }

        @Override
        public void second(HeartVitals vitals) {
            if (!ended && vitals.atrialFibrillation() == UNKNOWN) {
                unknown.add(new Span(seconds * rateHz, (seconds + 1) * rateHz));
            }
            seconds++;
        }

        private void addAlarm(RhythmClass rhythm, long begin, long end) {
            kind(rhythm).ifPresent(kind -> alarms.add(new Alarm(kind, new Span(begin, Math.max(begin, end)))));
        }

        private static Optional<AlarmKind> kind(RhythmClass rhythm) {
            return switch (rhythm) {
                case ASYSTOLE -> Optional.of(AlarmKind.ASYSTOLE);
                case VENTRICULAR_FIBRILLATION -> Optional.of(AlarmKind.VENTRICULAR_FIBRILLATION);
                case VENTRICULAR_TACHYCARDIA -> Optional.of(AlarmKind.VENTRICULAR_TACHYCARDIA);
                case EXTREME_BRADYCARDIA -> Optional.of(AlarmKind.EXTREME_BRADYCARDIA);
                case EXTREME_TACHYCARDIA -> Optional.of(AlarmKind.EXTREME_TACHYCARDIA);
                case ATRIAL_FIBRILLATION -> Optional.of(AlarmKind.ATRIAL_FIBRILLATION);
                case VENTRICULAR_RUN -> Optional.of(AlarmKind.VENTRICULAR_RUN);
                case VENTRICULAR_COUPLET -> Optional.of(AlarmKind.VENTRICULAR_COUPLET);
                case SUPRAVENTRICULAR_RUN -> Optional.of(AlarmKind.SUPRAVENTRICULAR_RUN);
                case BRADYCARDIA -> Optional.of(AlarmKind.BRADYCARDIA);
                case TACHYCARDIA -> Optional.of(AlarmKind.TACHYCARDIA);
                case PAUSE -> Optional.of(AlarmKind.PAUSE);
                case BIGEMINY -> Optional.of(AlarmKind.BIGEMINY);
                case TRIGEMINY -> Optional.of(AlarmKind.TRIGEMINY);
                case FREQUENT_VENTRICULAR_BEATS -> Optional.of(AlarmKind.FREQUENT_VENTRICULAR_BEATS);
                case R_ON_T -> Optional.of(AlarmKind.R_ON_T);
                default -> Optional.empty();
            };
        }

        /** @param scale samples of the lead for one of the bundle's rate */
        HeartFindings findings(long endSample, double scale) {
            onsets.forEach((rhythm, onset) -> addAlarm(rhythm, onset, endSample));
            return new HeartFindings(
                    annotations.upTo(endSample).stream()
                            .filter(annotation -> annotation.sample() <= endSample)
                            .map(annotation -> JudgedRecord.at(annotation, Math.round(annotation.sample() * scale)))
                            .toList(),
                    unknown.stream().map(span -> scaled(span, scale)).toList(),
                    alarms.stream()
                            .map(alarm -> new Alarm(alarm.kind(), scaled(alarm.span(), scale)))
                            .toList());
        }

        private static Span scaled(Span span, double scale) {
            return new Span(Math.round(span.beginSample() * scale), Math.round(span.endSample() * scale));
        }
    }
}
