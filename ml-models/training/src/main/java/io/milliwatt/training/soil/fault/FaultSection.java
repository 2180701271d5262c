package io.milliwatt.training.soil.fault;

import io.milliwatt.datasets.network.UscrnDaily;
import io.milliwatt.dsp.soil.fault.FaultDetector;
import io.milliwatt.dsp.soil.fault.FaultKind;
import io.milliwatt.dsp.soil.fault.FaultModel;
import io.milliwatt.models.ReleasedFaultModel;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.soil.evaluation.Figure;
import io.milliwatt.training.soil.evaluation.ReportTable;
import io.milliwatt.training.soil.evaluation.SectionReport;
import io.milliwatt.training.soil.evaluation.SoilFolders;
import io.milliwatt.training.soil.evaluation.SoilSection;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Faults injected into a network's days, found by the released detector; alarms on the untouched days. */
public final class FaultSection implements SoilSection {
    private static final String TITLE = "Faults of probes";
    /** Of faults drawn: none of these had been scored when the released trees were chosen, 7 and 20 to 22 had. */
    private static final long SEED = 31;

    private static final long[] OTHER_SEEDS = {32, 33, 34};

    private static final double RECALL_BAR_PERCENT = 90;
    private static final double DRIFT_BAR_PERCENT = 80;
    private static final double FALSE_ALARM_BAR = 0.05;

    /** Does a file's name look like a climate network's table of days? */
    public static boolean isNetworkTable(String name) {
        return name.matches("(?i).*crn.*daily.*\\.csv(\\.gz)?");
    }

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public SectionReport judge(SoilFolders data, Progress progress) throws IOException {
        List<Path> tables = data.files(FaultSection::isNetworkTable);
        List<Path> hamburg = data.holding(name -> name.equals("stationflag.csv"));
        if (tables.isEmpty() && hamburg.isEmpty()) {
            return SectionReport.absent(
                    name(),
                    TITLE,
                    "there is no table of a climate network's days (…crn…daily….csv) and no stationflag.csv");
        }
        FaultModel model = released();
        List<Figure> figures = new ArrayList<>();
        List<ReportTable> report = new ArrayList<>();
        List<NetworkProbes.Depth> depths = new ArrayList<>();
        for (Path table : tables) {
            depths.addAll(NetworkProbes.of(UscrnDaily.read(table)));
        }
        List<NetworkProbes.Depth> unseen = depths.stream()
                .filter(depth -> !model.learntFrom().contains(depth.number()))
                .toList();
        if (!unseen.isEmpty()) {
            progress.step("injecting faults into " + unseen.size() + " depths", 0, 2);
            FaultScores scores = FaultScores.of(new FaultDetector(model)::detect, unseen, SEED);
            progress.step("the network's own rules on the same faults", 1, 2);
            FaultScores rules = FaultScores.of(new NetworkRules(), unseen, SEED);
            figures.addAll(figures(scores));
            report.add(table(unseen.size(), scores, rules));
            report.add(drawnAgain(model, unseen));
        }
        for (Path folder : hamburg) {
            progress.step("Hamburg's sensors", 0, 1);
            report.add(HamburgSensors.table(folder, new FaultDetector(model)));
        }
        return SectionReport.judged(name(), TITLE, figures, report, remarks(model));
    }

    static FaultModel released() throws IOException {
        try (BufferedReader in = ReleasedFaultModel.open()) {
            return FaultModel.parse(in);
        }
    }

    private static List<Figure> figures(FaultScores scores) {
        List<Figure> figures = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            double bar = kind == FaultKind.DRIFT ? DRIFT_BAR_PERCENT : RECALL_BAR_PERCENT;
            figures.add(
                    Figure.atLeast(word(kind) + " found", 100 * scores.of(kind).recall(), "%", bar));
        }
        figures.add(Figure.atMost(
                "false alarms of all kinds but drift",
                scores.suddenFalseAlarms(),
                "a sensor and month",
                FALSE_ALARM_BAR));
        figures.add(Figure.atMost(
                "false alarms of drift", scores.falseAlarms(FaultKind.DRIFT), "a sensor and month", FALSE_ALARM_BAR));
        return figures;
    }

    private static ReportTable table(int depths, FaultScores scores, FaultScores rules) {
        List<List<String>> rows = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            FaultScores.Tally tally = scores.of(kind);
            rows.add(List.of(
                    word(kind),
                    Integer.toString(tally.injected()),
                    percent(tally.recall()),
                    percent(tally.namedRightly()),
                    String.format(Locale.ROOT, "%.1f", tally.meanDaysLate()),
                    String.format(Locale.ROOT, "%.4f", scores.falseAlarms(kind)),
                    FaultScores.BLAMES.contains(kind) ? percent(tally.neighbourBlamed()) : "",
                    percent(rules.of(kind).recall()),
                    String.format(Locale.ROOT, "%.4f", rules.falseAlarms(kind))));
        }
        rows.add(List.of(
                "all but drift and frost",
                "",
                "",
                "",
                "",
                String.format(Locale.ROOT, "%.4f", scores.suddenFalseAlarms()),
                "",
                "",
                String.format(Locale.ROOT, "%.4f", rules.suddenFalseAlarms())));
        return new ReportTable(
                String.format(
                        Locale.ROOT,
                        "Injected into %d depths of stations that the trees have not seen; false alarms a sensor and month over %.0f untouched"
                                + " sensor-months; beside them the soil moisture network's rules (ISMN, as flagit has them) on the same days",
                        depths,
                        scores.sensorMonths()),
                List.of(
                        "fault",
                        "injected",
                        "found",
                        "named rightly",
                        "first flagged day",
                        "false alarms",
                        "a neighbour blamed",
                        "found by ISMN rules",
                        "their false alarms"),
                rows);
    }

    private static ReportTable drawnAgain(FaultModel model, List<NetworkProbes.Depth> unseen) {
        List<List<String>> rows = new ArrayList<>();
        for (long seed : OTHER_SEEDS) {
            FaultScores scores = FaultScores.of(new FaultDetector(model)::detect, unseen, seed);
            List<String> row = new ArrayList<>();
            row.add(Long.toString(seed));
            for (FaultKind kind : FaultKind.values()) {
                row.add(percent(scores.of(kind).recall()));
            }
            rows.add(row);
        }
        List<String> columns = new ArrayList<>();
        columns.add("drawn by");
        for (FaultKind kind : FaultKind.values()) {
            columns.add(word(kind));
        }
        return new ReportTable(
                "Found of other faults drawn for the same depths, on which nothing was ever revised", columns, rows);
    }

    private static List<String> remarks(FaultModel model) {
        return List.of(
                "Sizes in m³/m³: spike 0.05 to 0.15 for a day, step 0.04 to 0.10, stuck 14 days, frozen lower by 0.05 to 0.12 for 3 to 8 days, break 10 days at 0"
                        + " to 0.03, drift 0.02 a month for 90 days. Faults but frost are injected where the soil is not frozen.",
                "Half of the stations, every second by number, is fitted on; thresholds were chosen there, on folds the trees had not seen. "
                        + model.learntFrom().size() + " stations are fitted on; the released trees have "
                        + model.nodes() + " nodes.",
                "Found means flagged on a day on which the untouched depth was not. Some alarms on untouched days are real faults, so false alarms are an upper bound.",
                "The first flagged day counts from the fault's first; the trees look at the seven days after a day, so a sudden fault is confirmed a week after it.",
                "A neighbour is blamed where a sound depth of the same probe is flagged as drifting, stuck or broken on any day of the other's fault on which it was not"
                        + " before; it is asked where one depth's fault can look like another's.",
                "Frost is flagged by the soil's temperature and counts as no false alarm; with thermometers it cannot be missed.",
                "On hourly data flagit is published with 50 % of anomalies found at 95.5 % of good data passed, DeepQC with 95.6 % and 99.7 % (arXiv 2311.06735).");
    }

    private static String word(FaultKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String percent(double fraction) {
        return Double.isNaN(fraction) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }
}
