package io.milliwatt.training.soil.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoilReportFilesTest {
    @TempDir
    Path folder;

    private final SoilReport report = new SoilReport(List.of(
            SectionReport.judged(
                    "depth",
                    "Depth & water",
                    List.of(Figure.atMost("error", 8.25, "mm", 8), Figure.atLeast("found", 91, "%", 90)),
                    List.of(new ReportTable("By plot", List.of("plot", "mm"), List.of(List.of("<1>", "8.25")))),
                    List.of("Plots share a season.")),
            SectionReport.absent("other", "Other", "there is no other file")));

    @Test
    void aMissedBarIsSaidInEveryForm() throws IOException {
        SoilReportFiles.write(report, folder);
        assertThat(SoilReportFiles.text(report))
                .contains("error   8.25 mm  ≤ 8.00   no")
                .contains("found   91.00 %  ≥ 90.00  yes")
                .contains("Not judged: there is no other file.");
        assertThat(Files.readString(folder.resolve(SoilReportFiles.JSON)))
                .contains("\"limit\" : 8.0")
                .contains("\"met\" : false");
        assertThat(Files.readString(folder.resolve(SoilReportFiles.HTML)))
                .contains("Depth &amp; water")
                .contains("&lt;1&gt;")
                .doesNotContain("<1>");
    }

    @Test
    void aTableWithARowTooShortIsRefused() {
        assertThatThrownBy(() -> new ReportTable("t", List.of("a", "b"), List.of(List.of("1"))))
                .hasMessageContaining("has 1 cells under 2 headings");
    }
}
