package io.milliwatt.ecg.adapter.kafka;

import io.milliwatt.ecg.adapter.db.BeatTable;
import io.milliwatt.ecg.adapter.db.EventEpisodes;
import io.milliwatt.ecg.adapter.db.NodeWords;
import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.ecg.adapter.db.PauseBook;
import io.milliwatt.ecg.adapter.db.VitalSignsTable;
import io.milliwatt.ecg.adapter.live.WallNews;
import io.milliwatt.ecg.event.Episode;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import io.milliwatt.platform.ingest.Announcements;
import io.milliwatt.platform.ingest.FrameHandler;
import io.milliwatt.platform.ingest.FrameRows;
import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.platform.storage.FeatureRow;
import io.milliwatt.platform.storage.FeatureTable;
import io.milliwatt.platform.storage.NodeStateTable;
import io.milliwatt.platform.storage.StoredBlock;
import io.milliwatt.platform.storage.TrendSample;
import io.milliwatt.platform.storage.TrendTable;
import io.milliwatt.platform.storage.WaveformTable;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.UpdateState;
import io.milliwatt.telemetry.WaveformBlock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Stores the frames of ECG nodes. */
@ApplicationScoped
class EcgFrames implements FrameHandler {

    private final FeatureTable features;
    private final TrendTable trends;
    private final WaveformTable waveforms;
    private final NodeStateTable nodes;
    private final BeatTable beats;
    private final VitalSignsTable vitals;
    private final ClockWatch clocks;
    private final EventEpisodes episodes;
    private final NewsRounds rounds;
    private final PatientSightings sightings;
    private final AlarmBook alarms;
    private final PauseBook pauses;
    private final PatientDirectory patients;
    private final NodeWords words;
    private final WallNews news;
    private final Clock clock;

    EcgFrames(
            FeatureTable features,
            TrendTable trends,
            WaveformTable waveforms,
            NodeStateTable nodes,
            BeatTable beats,
            VitalSignsTable vitals,
            ClockWatch clocks,
            EventEpisodes episodes,
            NewsRounds rounds,
            PatientSightings sightings,
            AlarmBook alarms,
            PauseBook pauses,
            PatientDirectory patients,
            NodeWords words,
            WallNews news,
            Clock clock) {
        this.features = features;
        this.trends = trends;
        this.waveforms = waveforms;
        this.nodes = nodes;
        this.beats = beats;
        this.vitals = vitals;
        this.clocks = clocks;
        this.episodes = episodes;
        this.rounds = rounds;
        this.sightings = sightings;
        this.alarms = alarms;
        this.pauses = pauses;
        this.patients = patients;
        this.words = words;
        this.news = news;
        this.clock = clock;
    }

    /** The frames of one batch, as rows. */
    private record Rows(
            List<FeatureRow> features,
            List<StoredBlock> blocks,
            List<BeatTable.Row> beats,
            List<VitalSignsTable.Row> vitals) {

        static Rows of(List<ReceivedFrame> frames) {
            return new Rows(
                    frames.stream().flatMap(HeartRows::features).toList(),
                    frames.stream().flatMap(FrameRows::block).toList(),
                    frames.stream().flatMap(HeartRows::beats).toList(),
                    frames.stream().flatMap(HeartRows::vitalSigns).toList());
        }
    }

    @Override
    public void prepare(List<ReceivedFrame> frames) {
        List<Instant> times = frames.stream().map(ReceivedFrame::at).toList();
        features.prepare(times);
        trends.prepare(times);
        waveforms.prepare(frames.stream()
                .filter(frame -> frame.frame().body() instanceof WaveformBlock)
                .map(FrameRows::blockStart)
                .toList());
        beats.prepare(frames.stream()
                .flatMap(HeartRows::beats)
                .map(BeatTable.Row::startsAt)
                .toList());
        List<Instant> measured = frames.stream()
                .flatMap(HeartRows::vitalSigns)
                .map(VitalSignsTable.Row::at)
                .toList();
        vitals.prepare(measured);
        trends.prepare(measured);
    }

    @Override
    public void store(Handle handle, List<ReceivedFrame> frames, Announcements announcements) {
        Rows rows = Rows.of(frames);
        boolean told = storeNodes(handle, frames, rows.features());
        features.add(handle, rows.features());
        waveforms.add(handle, rows.blocks());
        beats.add(handle, rows.beats());
        vitals.add(handle, rows.vitals());
        NewsRounds.Round round = rounds.take(handle, rows.vitals());
        trends.add(handle, trendSamples(rows, round));
        List<Episode> touched = episodes.reported(handle, frames);
        List<Transition> transitions = new ArrayList<>(alarms.observe(
                handle, seen(rows, round, touched, clocks.look(handle, believable(frames, rows.blocks())))));
        transitions.addAll(alarms.heardInTime(handle, sightings.heardInTime(rows.features()), clock.instant()));
        List<Episode> found = episodes.found(handle, transitions);
        pauses.breakBy(handle, transitions);
        List<Episode> all = Stream.concat(touched.stream(), found.stream()).toList();
        announcements.add(() -> {
            // Alarms first: a second of signal of a large ward takes a while to tell.
            news.changed(transitions, all, frames);
            news.signal(rows.blocks(), rows.features(), rows.beats());
            if (told) {
                words.committed();
            }
        });
    }

    /** Whether a node was told again whose heart it watches. */
    private boolean storeNodes(Handle handle, List<ReceivedFrame> frames, List<FeatureRow> rows) {
        boolean told = false;
        nodes.heard(handle, FrameRows.heard(frames));
        nodes.features(handle, rows);
        for (ReceivedFrame frame : frames) {
            switch (frame.frame().body()) {
                case Status status -> {
                    nodes.status(handle, frame.frame().node(), frame.at(), status);
                    told |= confirm(handle, frame, status);
                }
                case UpdateState update -> nodes.update(handle, frame.frame().node(), frame.at(), update);
                default -> {
                    // Stored elsewhere.
                }
            }
        }
        return told;
    }

    /** What a node kept while it had no link says nothing of what it knows now. */
    private boolean confirm(Handle handle, ReceivedFrame frame, Status status) {
        long node = frame.frame().node();
        return !frame.late() && words.confirmed(handle, frame.frame().identity(), status, patients.withNode(node));
    }

    /** Blocks with their node's own times; the others carry those of their reception. */
    private static List<StoredBlock> believable(List<ReceivedFrame> frames, List<StoredBlock> blocks) {
        Set<FrameIdentity> suspect = frames.stream()
                .filter(ReceivedFrame::clockSuspect)
                .map(frame -> frame.frame().identity())
                .collect(Collectors.toSet());
        return blocks.stream()
                .filter(block -> !suspect.contains(block.identity()))
                .toList();
    }

    private static List<TrendSample> trendSamples(Rows rows, NewsRounds.Round round) {
        return Stream.of(
                        rows.features().stream().flatMap(HeartRows::trendSamples),
                        rows.vitals().stream().flatMap(HeartRows::trendSamples),
                        round.trends().stream())
                .flatMap(samples -> samples)
                .toList();
    }

    private List<Sighting> seen(Rows rows, NewsRounds.Round round, List<Episode> touched, List<ClockWatch.Step> steps) {
        List<Sighting> seen = new ArrayList<>(round.sightings());
        rows.features().stream().flatMap(sightings::of).forEach(seen::add);
        rows.vitals().stream().flatMap(sightings::of).forEach(seen::add);
        touched.stream().flatMap(sightings::of).forEach(seen::add);
        steps.stream().flatMap(sightings::of).forEach(seen::add);
        return seen;
    }
}
