package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.SoilRow;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeDepth;
import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The courses of a zone's sensors, each depth by itself: a probe that was moved keeps its old readings at their old depth. */
@ApplicationScoped
public class DepthCourses {

    private static final double PERMILLE_PER_PERCENT = 10;
    private static final double PERCENT = 100;
    private static final double CENTI = 100;

    private final FarmDirectory directory;
    private final SoilReadingTable readings;

    DepthCourses(FarmDirectory directory, SoilReadingTable readings) {
        this.directory = directory;
        this.readings = readings;
    }

    /** @param points at most so many of a course; the others in between are left out evenly */
    public List<DepthCourse> of(Zone zone, Instant from, Instant to, int points) {
        List<DepthCourse> courses = new ArrayList<>();
        for (Probe probe : directory.farm().probesOfZone(zone.id())) {
            List<SoilRow> rows = readings.rows(probe.node(), from, to);
            int step = Math.max(1, (rows.size() + points - 1) / points);
            Map<Long, DepthCourse> byDepth = new TreeMap<>();
            for (int i = 0; i < rows.size(); i++) {
                add(probe, rows.get(i), i % step == 0, byDepth);
            }
            courses.addAll(byDepth.values());
        }
        return courses;
    }

    private static void add(Probe probe, SoilRow row, boolean shown, Map<Long, DepthCourse> byDepth) {
        for (int channel = 0; channel < row.depthsMillimetres().size(); channel++) {
            Long content = row.waterContentPermille().get(channel);
            if (content == null) {
                continue;
            }
            long depth = row.depthsMillimetres().get(channel);
            DepthCourse course = byDepth.computeIfAbsent(depth, at -> empty(probe, at));
            double percent = content / PERMILLE_PER_PERCENT;
            Optional<ReadingFlag> flag = ReadingFlag.ofBits(
                            row.flags().get(channel).intValue())
                    .stream()
                    .filter(ReadingFlag::excludes)
                    .sorted()
                    .findFirst();
            long at = row.at().toEpochMilli();
            if (flag.isPresent()) {
                course.excluded().t().add(at);
                course.excluded().waterContent().add(percent / PERCENT);
                course.excluded().flag().add(flag.get().label());
            } else if (shown) {
                Long temperature = row.temperatureCentidegrees().get(channel);
                course.t().add(at);
                course.waterContent().add(calibrated(probe, channel, percent));
                course.temperatureCelsius().add(temperature == null ? null : temperature / CENTI);
            }
        }
    }

    private static double calibrated(Probe probe, int channel, double percent) {
        Optional<ProbeDepth> sensor = probe.channel(channel);
        return sensor.flatMap(known -> known.content(percent))
                .map(content -> content.fraction())
                .orElse(percent / PERCENT);
    }

    private static DepthCourse empty(Probe probe, long depth) {
        return new DepthCourse(
                probe.id(),
                depth,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new DepthCourse.Excluded(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }
}
