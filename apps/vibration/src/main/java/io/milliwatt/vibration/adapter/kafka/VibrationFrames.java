package io.milliwatt.vibration.adapter.kafka;

import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.ingest.Announcements;
import io.milliwatt.platform.ingest.FrameHandler;
import io.milliwatt.platform.ingest.FrameRows;
import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.platform.storage.FeatureRow;
import io.milliwatt.platform.storage.FeatureTable;
import io.milliwatt.platform.storage.NodeStateTable;
import io.milliwatt.platform.storage.StoredBlock;
import io.milliwatt.platform.storage.TrendTable;
import io.milliwatt.platform.storage.WaveformTable;
import io.milliwatt.platform.storage.WaveformTable.CompletedCapture;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.UpdateState;
import io.milliwatt.telemetry.WaveformBlock;
import io.milliwatt.vibration.adapter.db.NodeLedgerTable;
import io.milliwatt.vibration.adapter.live.LiveNews;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Stores the frames of vibration nodes. */
@ApplicationScoped
class VibrationFrames implements FrameHandler {

    private final FeatureTable features;
    private final TrendTable trends;
    private final WaveformTable waveforms;
    private final NodeStateTable nodes;
    private final NodeLedgerTable ledgers;
    private final AlarmBook alarms;
    private final FrameSightings sightings;
    private final LiveNews news;

    VibrationFrames(
            FeatureTable features,
            TrendTable trends,
            WaveformTable waveforms,
            NodeStateTable nodes,
            NodeLedgerTable ledgers,
            AlarmBook alarms,
            FrameSightings sightings,
            LiveNews news) {
        this.features = features;
        this.trends = trends;
        this.waveforms = waveforms;
        this.nodes = nodes;
        this.ledgers = ledgers;
        this.alarms = alarms;
        this.sightings = sightings;
        this.news = news;
    }

    @Override
    public void prepare(List<ReceivedFrame> frames) {
        List<Instant> times = frames.stream()
                .filter(frame -> frame.frame().body() instanceof Features)
                .map(ReceivedFrame::at)
                .toList();
        features.prepare(times);
        trends.prepare(times);
        waveforms.prepare(frames.stream()
                .filter(frame -> frame.frame().body() instanceof WaveformBlock)
                .map(FrameRows::blockStart)
                .toList());
    }

    @Override
    public void store(Handle handle, List<ReceivedFrame> frames, Announcements announcements) {
        nodes.heard(handle, FrameRows.heard(frames));
        List<FeatureRow> rows = frames.stream().flatMap(ReadingRows::features).toList();
        features.add(handle, rows);
        trends.add(handle, rows.stream().flatMap(ReadingRows::trendSamples).toList());
        nodes.features(handle, rows);
        for (ReceivedFrame frame : frames) {
            long node = frame.frame().node();
            switch (frame.frame().body()) {
                case Status status -> {
                    nodes.status(handle, node, frame.at(), status);
                    long boot = frame.frame().boot();
                    status.ledger().ifPresent(ledger -> ledgers.tell(handle, node, boot, frame.at(), ledger));
                }
                case UpdateState update -> nodes.update(handle, node, frame.at(), update);
                default -> {
                    // Stored elsewhere.
                }
            }
        }
        List<StoredBlock> blocks = frames.stream().flatMap(FrameRows::block).toList();
        List<CompletedCapture> captures = waveforms.add(handle, blocks);
        List<Transition> transitions = alarms.observe(handle, sightings.of(frames));
        announcements.add(() -> news.stored(frames, rows, captures, transitions));
    }
}
