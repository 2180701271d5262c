package io.milliwatt.irrigation.adapter.kafka;

import io.milliwatt.irrigation.adapter.db.BriefingTable;
import io.milliwatt.irrigation.adapter.db.ExcludedTable;
import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.Run;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.SoilRow;
import io.milliwatt.irrigation.adapter.db.ValveTable;
import io.milliwatt.irrigation.adapter.desk.HealthBook;
import io.milliwatt.irrigation.adapter.live.FarmNews;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import io.milliwatt.platform.ingest.Announcements;
import io.milliwatt.platform.ingest.FrameHandler;
import io.milliwatt.platform.ingest.FrameRows;
import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.platform.storage.NodeStateTable;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.UpdateState;
import io.milliwatt.telemetry.ValveState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Stores the frames of soil nodes and their valves. */
@ApplicationScoped
class SoilFrames implements FrameHandler {

    private final FarmDirectory directory;
    private final SoilReadingTable readings;
    private final RainCounters rain;
    private final ExcludedTable excluded;
    private final ValveTable valves;
    private final RunFollower runs;
    private final NodeStateTable nodes;
    private final AlarmBook alarms;
    private final ValveReports reports;
    private final BriefingTable briefing;
    private final FarmNews news;
    private final HealthBook health;
    private final ForecastWords forecasts;

    SoilFrames(
            FarmDirectory directory,
            SoilReadingTable readings,
            RainCounters rain,
            ExcludedTable excluded,
            ValveTable valves,
            RunFollower runs,
            NodeStateTable nodes,
            AlarmBook alarms,
            ValveReports reports,
            BriefingTable briefing,
            FarmNews news,
            HealthBook health,
            ForecastWords forecasts) {
        this.directory = directory;
        this.readings = readings;
        this.rain = rain;
        this.excluded = excluded;
        this.valves = valves;
        this.runs = runs;
        this.nodes = nodes;
        this.alarms = alarms;
        this.reports = reports;
        this.briefing = briefing;
        this.news = news;
        this.health = health;
        this.forecasts = forecasts;
    }

    @Override
    public void prepare(List<ReceivedFrame> frames) {
        List<Instant> times = frames.stream()
                .filter(frame -> frame.frame().body() instanceof SoilReading)
                .map(ReceivedFrame::at)
                .toList();
        readings.prepare(times);
    }

    @Override
    public void store(Handle handle, List<ReceivedFrame> frames, Announcements announcements) {
        Farm farm = directory.farm();
        nodes.heard(handle, FrameRows.heard(frames));
        List<Sighting> sightings = new ArrayList<>();
        List<SoilRow> rows = new ArrayList<>();
        List<Run> changed = new ArrayList<>();
        ForecastWords.Batch said = forecasts.batch(farm);
        for (ReceivedFrame frame : frames) {
            long node = frame.frame().node();
            switch (frame.frame().body()) {
                case SoilReading reading -> {
                    SoilRows.Checked checked = SoilRows.check(frame, reading, farm);
                    rows.add(checked.row());
                    if (reading.isToldFor(SoilReading.LINES_SET)) {
                        briefing.confirm(handle, node, frame.frame().boot(), frame.at());
                    }
                    String source = checked.probe()
                            .map(probe -> AlarmSource.probe(probe.id()))
                            .orElse(AlarmSource.node(node))
                            .toString();
                    excluded.add(handle, source, checked.excluded());
                    checked.probe()
                            .filter(probe -> !checked.moved())
                            .ifPresent(probe -> said.hear(probe, frame.at(), reading));
                    FarmSightings.of(checked, probe -> health.of(probe.id())).forEach(sightings::add);
                }
                case ValveState state -> valve(handle, frame, state, farm, sightings, changed);
                case Event event -> FarmSightings.of(frame, event, farm).forEach(sightings::add);
                case Status status -> nodes.status(handle, node, frame.at(), status);
                case UpdateState update -> nodes.update(handle, node, frame.at(), update);
                default -> {
                    // The frame table keeps it.
                }
            }
        }
        rain.follow(handle, rows);
        readings.add(handle, rows);
        said.store(handle, announcements);
        List<Transition> transitions = new ArrayList<>(alarms.observe(handle, sightings));
        transitions.addAll(reports.tell(handle, farm, frames, announcements));
        announcements.add(() -> news.stored(frames, changed, transitions));
    }

    private void valve(
            Handle handle,
            ReceivedFrame frame,
            ValveState state,
            Farm farm,
            List<Sighting> sightings,
            List<Run> changed) {
        long node = frame.frame().node();
        ValveTable.Word word = ValveTable.Word.of(node, frame.at(), state);
        valves.add(handle, word, frame.frame().boot(), frame.frame().sequence(), frame.late());
        farm.valve(node, word.output()).ifPresent(valve -> {
            runs.follow(handle, valve, word).ifPresent(changed::add);
            FarmSightings.of(valve, word, frame.late()).forEach(sightings::add);
        });
    }
}
