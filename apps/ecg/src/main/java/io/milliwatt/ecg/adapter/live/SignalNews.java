package io.milliwatt.ecg.adapter.live;

import io.milliwatt.ecg.adapter.db.BeatTable;
import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.ecg.adapter.view.BeatView;
import io.milliwatt.ecg.adapter.view.NumericsView;
import io.milliwatt.ecg.vitals.Numerics;
import io.milliwatt.platform.live.LiveHub;
import io.milliwatt.platform.live.PushLog;
import io.milliwatt.platform.storage.FeatureRow;
import io.milliwatt.platform.storage.StoredBlock;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.WaveformBlock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Signal, beats and numbers for the pages that watch their patient. What comes late is for review and not told. */
@ApplicationScoped
class SignalNews {

    /** A page that falls behind keeps so many of a channel's newest blocks. */
    private static final int BLOCKS_KEPT = 8;

    private static final double MILLIS_PER_SECOND = 1000;

    private final LiveHub hub;
    private final PatientDirectory patients;
    private final PushLog pushed;

    SignalNews(LiveHub hub, PatientDirectory patients, PushLog pushed) {
        this.hub = hub;
        this.patients = patients;
        this.pushed = pushed;
    }

    void tell(StoredBlock block) {
        long node = block.identity().node();
        Optional<String> patient = patientOf(node).filter(found -> !block.late());
        if (patient.isEmpty()) {
            return;
        }
        String key = node + "-" + block.channel() + "-" + Math.floorMod(block.blockIndex(), BLOCKS_KEPT);
        String unit = block.unit() == WaveformBlock.UNIT_MILLIVOLT ? "mV" : "counts";
        long startMillis = block.startsAt().toEpochMilli();
        if (hub.isWatched(WatchTopics.samples(patient.get()))) {
            hub.tellWatchers(
                    WatchTopics.samples(patient.get()),
                    "wave:" + key,
                    new Messages.Wave(
                            "wave",
                            patient.get(),
                            node,
                            block.channel(),
                            startMillis,
                            block.sampleRateHz(),
                            unit,
                            block.unitsPerCount(),
                            block.counts(),
                            block.qualityFlags()),
                    () -> pushed.sent(block.identity()));
        }
        if (hub.isWatched(WatchTopics.envelope(patient.get()))) {
            Envelope envelope = Envelope.of(block.counts());
            hub.tellWatchers(
                    WatchTopics.envelope(patient.get()),
                    "envelope:" + key,
                    new Messages.EnvelopeWave(
                            "envelope",
                            patient.get(),
                            node,
                            block.channel(),
                            startMillis,
                            block.counts().length / block.sampleRateHz() * MILLIS_PER_SECOND / envelope.min().length,
                            unit,
                            block.unitsPerCount(),
                            envelope.min(),
                            envelope.max(),
                            block.qualityFlags()),
                    () -> pushed.sent(block.identity()));
        }
    }

    void tell(FeatureRow row) {
        Optional<String> patient = watched(row.node()).filter(found -> !row.late());
        patient.ifPresent(watched -> Numerics.of(row.at(), row.recipeId(), row.measured(), row.qualityFlags())
                .ifPresent(numerics -> hub.tellWatchers(
                        WatchTopics.numerics(watched),
                        "numerics:" + row.node(),
                        new Messages.Numbers("numerics", watched, row.node(), NumericsView.of(numerics)),
                        () -> pushed.sent(new FrameIdentity(row.node(), row.boot(), row.sequence())))));
    }

    void tell(BeatTable.Row row) {
        Optional<String> patient = watched(row.identity().node()).filter(found -> !row.late());
        patient.ifPresent(watched -> hub.tellWatchers(
                WatchTopics.numerics(watched),
                "beats:" + row.identity().node() + "-"
                        + Math.floorMod(row.identity().sequence(), BLOCKS_KEPT),
                new Messages.Beats(
                        "beats",
                        watched,
                        row.beats().stream()
                                .map(beat -> BeatView.of(beat, Optional.empty()))
                                .toList()),
                () -> pushed.sent(row.identity())));
    }

    private Optional<String> patientOf(long node) {
        return patients.withNode(node).map(stay -> stay.admission().patient());
    }

    private Optional<String> watched(long node) {
        return patientOf(node).filter(patient -> hub.isWatched(WatchTopics.numerics(patient)));
    }
}
