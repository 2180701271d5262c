package io.milliwatt.dsp.fixedpoint.heart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Beats, classes and gaps one after another at 1,000 Hz, and the events that the rules tell of them. */
final class RhythmScript {

    private final RhythmRules rules;
    private final List<RhythmEvent> events = new ArrayList<>();
    private long now;

    RhythmScript(RhythmLimits limits) {
        rules = new RhythmRules(limits);
        signal(RhythmSignal.State.GOOD);
    }

    RhythmScript() {
        this(RhythmLimits.defaults(1_000));
    }

    long now() {
        return now;
    }

    RhythmRules rules() {
        return rules;
    }

    /** Beats every so many milliseconds; the letters are their classes, '?' one of which the classifier abstains. */
    RhythmScript beats(int intervalMillis, String letters) {
        for (char letter : letters.toCharArray()) {
            now += intervalMillis;
            events.addAll(rules.detected(now));
            BeatClass beatClass = switch (letter) {
                case 'V', '?' -> BeatClass.VENTRICULAR;
                case 'S' -> BeatClass.SUPRAVENTRICULAR;
                case 'F' -> BeatClass.FUSION;
                case 'Q' -> BeatClass.UNCLASSIFIABLE;
                default -> BeatClass.NORMAL;
            };
            events.addAll(rules.classed(now, beatClass, letter != '?'));
        }
        return this;
    }

    RhythmScript silence(int millis) {
        now += millis;
        return signal(RhythmSignal.State.GOOD);
    }

    RhythmScript signal(RhythmSignal.State state) {
        return signal(RhythmSignal.of(now, state));
    }

    RhythmScript signal(RhythmSignal signal) {
        events.addAll(rules.advance(signal));
        return this;
    }

    List<RhythmEvent> events() {
        return events;
    }

    long onsets(RhythmClass rhythm) {
        return events.stream()
                .filter(event -> event.rhythm() == rhythm && !event.ended())
                .count();
    }

    Optional<RhythmEvent> onset(RhythmClass rhythm) {
        return events.stream()
                .filter(event -> event.rhythm() == rhythm && !event.ended())
                .findFirst();
    }

    Optional<RhythmEvent> end(RhythmClass rhythm) {
        return events.stream()
                .filter(event -> event.rhythm() == rhythm && event.ended())
                .findFirst();
    }
}
