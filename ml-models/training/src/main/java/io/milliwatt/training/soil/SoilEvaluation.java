package io.milliwatt.training.soil;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.training.pipeline.Progress;
import io.milliwatt.training.soil.contest.ContestSection;
import io.milliwatt.training.soil.depletion.DepletionSection;
import io.milliwatt.training.soil.disease.FireBlightSection;
import io.milliwatt.training.soil.evaluation.SectionReport;
import io.milliwatt.training.soil.evaluation.SoilFolders;
import io.milliwatt.training.soil.evaluation.SoilReport;
import io.milliwatt.training.soil.evaluation.SoilSection;
import io.milliwatt.training.soil.fault.FaultSection;
import io.milliwatt.training.soil.forecast.ForecastSection;
import io.milliwatt.training.soil.season.SeasonSection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Has all sections judge what lies in a folder. */
public final class SoilEvaluation {
    private static final List<SoilSection> SECTIONS = List.of(
            new ForecastSection(),
            new DepletionSection(),
            new SeasonSection(),
            new FaultSection(),
            new ContestSection(),
            new FireBlightSection());

    private SoilEvaluation() {}

    public static List<String> sections() {
        return SECTIONS.stream().map(SoilSection::name).toList();
    }

    /**
     * @param folder of one data set, or the parent of several
     * @param only the sections wanted; empty for all
     */
    public static SoilReport of(Path folder, List<String> only, Progress progress) throws IOException {
        SoilFolders folders = new SoilFolders(folder);
        List<SectionReport> reports = new ArrayList<>();
        for (SoilSection section : SECTIONS) {
            if (only.isEmpty() || only.contains(section.name())) {
                reports.add(section.judge(folders, progress));
            }
        }
        if (reports.stream().allMatch(report -> report.absence().isPresent())) {
            throw new RecordingException(
                    folder.toString(),
                    "holds nothing that can be judged: "
                            + String.join(
                                    "; ",
                                    reports.stream()
                                            .map(report -> report.absence().orElse(""))
                                            .toList()),
                    "Name the folder of a soil data set or its parent, such as ../shared/data/soil.");
        }
        return new SoilReport(reports);
    }
}
