package io.milliwatt.training.soil.disease;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.disease.FireBlight;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.soil.evaluation.Figure;
import io.milliwatt.training.soil.evaluation.ReportTable;
import io.milliwatt.training.soil.evaluation.SectionReport;
import io.milliwatt.training.soil.evaluation.SoilFolders;
import io.milliwatt.training.soil.evaluation.SoilSection;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fire blight rule against bacteria found in two pear orchards (fire4cast). */
public final class FireBlightSection implements SoilSection {

    private static final String TITLE =
            "Fire blight: warnings against increases of bacteria found in two pear orchards";
    /** A fortnight is the usual time between two samplings. */
    private static final int FORTNIGHT = 14;
    /** The longest that an infection of blossoms takes to show (MARYBLYT: 5 to 30 days). */
    private static final int MONTH = 28;

    /** What is warned of at a sampling. */
    @FunctionalInterface
    private interface Rule {
        boolean warns(Orchard orchard, LocalDate sampling);
    }

    @Override
    public String name() {
        return "fireblight";
    }

    @Override
    public SectionReport judge(SoilFolders data, Progress progress) throws RecordingException {
        List<Path> folders = data.holding(Orchard.WEATHER::equals);
        if (folders.isEmpty()) {
            return SectionReport.absent(
                    name(), TITLE, "there is no orchard weather of fire4cast (" + Orchard.WEATHER + ")");
        }
        List<Orchard> orchards = Orchard.read(folders.getFirst());
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("ours, infection within 14 days", orchards, ours(FireBlight.Risk.INFECTION, FORTNIGHT)));
        rows.add(row("ours, high or infection within 14 days", orchards, ours(FireBlight.Risk.HIGH, FORTNIGHT)));
        rows.add(row("ours, infection within 28 days", orchards, ours(FireBlight.Risk.INFECTION, MONTH)));
        rows.add(row("ours, high or infection within 28 days", orchards, ours(FireBlight.Risk.HIGH, MONTH)));
        rows.add(row("baseline: always", orchards, (orchard, sampling) -> true));
        rows.add(row("baseline: as at the sampling before", orchards, FireBlightSection::before));
        rows.add(row(
                "baseline: blossoms open within 28 days",
                orchards,
                (orchard, sampling) -> BlossomRisk.inReach(orchard, sampling, MONTH)));
        Warnings strict = judged(orchards, ours(FireBlight.Risk.INFECTION, MONTH), false);
        Warnings held = judged(orchards, FireBlightSection::before, false);
        return SectionReport.judged(
                name(),
                TITLE,
                List.of(
                        Figure.of("increases that an infection within 28 days warned of", strict.recallPercent(), "%"),
                        Figure.of("increases that the sampling before would have told", held.recallPercent(), "%")),
                List.of(new ReportTable(
                        "Increases found, and false warnings, at samplings",
                        List.of("warning", "all samplings", "those with blossoms open within 28 days"),
                        rows)),
                remarks());
    }

    private static Rule ours(FireBlight.Risk least, int days) {
        return (orchard, sampling) ->
                BlossomRisk.highest(orchard, sampling, days).compareTo(least) >= 0;
    }

    private static boolean before(Orchard orchard, LocalDate sampling) {
        Map.Entry<LocalDate, Boolean> earlier = orchard.samplings().lowerEntry(sampling);
        return earlier != null && earlier.getValue();
    }

    private static List<String> row(String name, List<Orchard> orchards, Rule rule) {
        return List.of(
                name,
                judged(orchards, rule, false).text(),
                judged(orchards, rule, true).text());
    }

    private static Warnings judged(List<Orchard> orchards, Rule rule, boolean inReachOnly) {
        Warnings warnings = Warnings.NONE;
        for (Orchard orchard : orchards) {
            for (Map.Entry<LocalDate, Boolean> sampling : orchard.samplings().entrySet()) {
                if (!inReachOnly || BlossomRisk.inReach(orchard, sampling.getKey(), MONTH)) {
                    warnings = warnings.with(rule.warns(orchard, sampling.getKey()), sampling.getValue());
                }
            }
        }
        return warnings;
    }

    private static List<String> remarks() {
        return List.of(
                "The increases are of bacteria in symptomless wood, buds and leaves, by colonies, DNA and cytometry, most of them in winter or long after bloom. The rule is of blossoms"
                        + " and says nothing of those: it cannot find them, and is not to be read as if it could.",
                "The samplings in reach of a bloom share three springs and one station's weather; they are too few to prefer one rule to another.",
                "The published rules of the data (rulemat4.csv) were chosen on these same samplings: a third of the increases at best, with one warning in four false.",
                "Neither dew nor hours are known; hours are drawn between a day's extremes, and wet days are those of rain. Nothing was fitted here.");
    }
}
