package io.milliwatt.training.soil.fault;

import io.milliwatt.datasets.network.HamburgHours;
import io.milliwatt.datasets.network.HamburgHours.Sensor;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.fault.FaultDays;
import io.milliwatt.dsp.soil.fault.FaultDetector;
import io.milliwatt.dsp.soil.fault.FaultKind;
import io.milliwatt.dsp.soil.fault.ProbeDays;
import io.milliwatt.training.soil.evaluation.ReportTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Alarms on Hamburg's sensors, those judged good and those rejected: weak truth, since whole sensors are judged and the data are cleaned. */
final class HamburgSensors {
    private static final int HOURS = 24;
    private static final int LEAST_HOURS = 12;
    private static final double DAYS_PER_MONTH = 30.44;
    private static final int EPISODE_GAP_DAYS = 7;

    private HamburgSensors() {}

    /** What the sensors of one judgement came to. */
    private static final class Group {
        private int sensors;
        private int days;
        private final Map<FaultKind, Integer> alarms = new TreeMap<>();
    }

    static ReportTable table(Path folder, FaultDetector detector) throws RecordingException {
        Map<Integer, List<Sensor>> stations = HamburgHours.read(folder).stream()
                .collect(Collectors.groupingBy(Sensor::station, TreeMap::new, Collectors.toList()));
        Group good = new Group();
        Group rejected = new Group();
        for (List<Sensor> station : stations.values()) {
            ProbeDays probe = probe(station);
            for (int depth = 0; depth < station.size(); depth++) {
                add(station.get(depth).good() ? good : rejected, probe, depth, detector);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (FaultKind kind : EnumSet.complementOf(EnumSet.of(FaultKind.FROZEN))) {
            rows.add(List.of(kind.name().toLowerCase(Locale.ROOT), rate(good, kind), rate(rejected, kind)));
        }
        return new ReportTable(
                "Hamburg: alarms a sensor and month on " + good.sensors + " sensors judged good and " + rejected.sensors
                        + " rejected, on daily means without temperatures. The judgement is of whole sensors and the data are cleaned, so this is weak truth",
                List.of("alarm", "good sensors", "rejected sensors"),
                rows);
    }

    private static void add(Group group, ProbeDays probe, int depth, FaultDetector detector) {
        FaultDays days = detector.detect(probe, depth);
        group.sensors++;
        group.days += (int) Arrays.stream(probe.moisture()[depth])
                .filter(value -> !Double.isNaN(value))
                .count();
        for (FaultKind kind : FaultKind.values()) {
            group.alarms.merge(
                    kind, days.episodes(List.of(kind), EPISODE_GAP_DAYS).size(), Integer::sum);
        }
    }

    private static String rate(Group group, FaultKind kind) {
        return String.format(Locale.ROOT, "%.4f", group.alarms.get(kind) * DAYS_PER_MONTH / group.days);
    }

    private static ProbeDays probe(List<Sensor> station) {
        int days = station.getFirst().moisture().length / HOURS;
        double[] nothing = new double[days];
        Arrays.fill(nothing, Double.NaN);
        double[][] soil = new double[station.size()][];
        Arrays.fill(soil, nothing);
        double[] rain = new double[days];
        for (int day = 0; day < days; day++) {
            for (int hour = day * HOURS; hour < (day + 1) * HOURS; hour++) {
                double fallen = station.getFirst().rainMillimetres()[hour];
                rain[day] += Double.isNaN(fallen) ? 0 : fallen;
            }
        }
        return new ProbeDays(
                station.stream().mapToDouble(Sensor::depthCentimetres).toArray(),
                station.stream().map(sensor -> daily(sensor.moisture(), days)).toArray(double[][]::new),
                soil,
                rain,
                nothing);
    }

    private static double[] daily(double[] hours, int days) {
        double[] means = new double[days];
        for (int day = 0; day < days; day++) {
            double[] present = Arrays.stream(hours, day * HOURS, (day + 1) * HOURS)
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            means[day] = present.length < LEAST_HOURS
                    ? Double.NaN
                    : Arrays.stream(present).sum() / present.length;
        }
        return means;
    }
}
