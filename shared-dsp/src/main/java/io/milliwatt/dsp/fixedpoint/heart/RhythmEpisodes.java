package io.milliwatt.dsp.fixedpoint.heart;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The events that stand, one of a class at a time, and those of which nobody has been told. */
final class RhythmEpisodes {

    private static final int LARGEST_RATE = 65_535;

    private final int sampleRateHz;
    private final Episode[] episodes = new Episode[RhythmClass.values().length];
    private final Set<RhythmClass> active = EnumSet.noneOf(RhythmClass.class);
    private final Set<RhythmClass> began = EnumSet.noneOf(RhythmClass.class);
    private final Set<RhythmClass> ended = EnumSet.noneOf(RhythmClass.class);

    private record Episode(long onset, long newest, long end, long beats) {}

    RhythmEpisodes(int sampleRateHz) {
        this.sampleRateHz = sampleRateHz;
    }

    boolean isActive(RhythmClass rhythm) {
        return active.contains(rhythm);
    }

    /** Of an event that stands or stood. */
    long newest(RhythmClass rhythm) {
        return episodes[rhythm.ordinal()].newest();
    }

    /** Nothing happens if the event stands already. */
    void begin(RhythmClass rhythm, long onset, long newest, long beats) {
        if (active.add(rhythm)) {
            episodes[rhythm.ordinal()] = new Episode(onset, newest, 0, beats);
            began.add(rhythm);
        }
    }

    /** More beats of an event; nothing happens if it does not stand. */
    void count(RhythmClass rhythm, long newest, long beats) {
        if (isActive(rhythm)) {
            setBeats(rhythm, newest, episodes[rhythm.ordinal()].beats() + beats);
        }
    }

    /** All beats of an event that stands. */
    void setBeats(RhythmClass rhythm, long newest, long beats) {
        episodes[rhythm.ordinal()] = new Episode(episodes[rhythm.ordinal()].onset(), newest, 0, beats);
    }

    /** Nothing happens if the event does not stand. */
    void end(RhythmClass rhythm, long end) {
        if (active.remove(rhythm)) {
            Episode episode = episodes[rhythm.ordinal()];
            episodes[rhythm.ordinal()] = new Episode(episode.onset(), episode.newest(), end, episode.beats());
            ended.add(rhythm);
        }
    }

    /** An event that is known only when it is over. */
    void whole(RhythmClass rhythm, long onset, long end, long beats) {
        begin(rhythm, onset, end, beats);
        end(rhythm, end);
    }

    void endAllOfTheHeart(long end) {
        for (RhythmClass rhythm : RhythmClass.values()) {
            if (!rhythm.isTechnical()) {
                end(rhythm, end);
            }
        }
    }

    /** What happened since the last call, the gravest first and an onset before its end. */
    List<RhythmEvent> news(long now) {
        if (began.isEmpty() && ended.isEmpty()) {
            return List.of();
        }
        List<RhythmEvent> news = new ArrayList<>();
        for (RhythmClass rhythm : RhythmClass.values()) {
            Episode episode = episodes[rhythm.ordinal()];
            if (began.contains(rhythm)) {
                news.add(event(rhythm, false, episode, now));
            }
            if (ended.contains(rhythm)) {
                news.add(event(rhythm, true, episode, episode.end()));
            }
        }
        began.clear();
        ended.clear();
        return news;
    }

    private RhythmEvent event(RhythmClass rhythm, boolean isEnd, Episode episode, long sample) {
        return new RhythmEvent(rhythm, isEnd, heartRate(episode), episode.beats(), episode.onset(), sample);
    }

    private int heartRate(Episode episode) {
        long span = episode.newest() - episode.onset();
        if (episode.beats() < 2 || span <= 0) {
            return 0;
        }
        return (int) Math.min((60L * sampleRateHz * (episode.beats() - 1) + span / 2) / span, LARGEST_RATE);
    }
}
