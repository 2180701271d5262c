package io.milliwatt.training.ec57;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.ec57.report.EvaluationFigures;
import io.milliwatt.ec57.report.Figure;
import io.milliwatt.ec57.report.SetFigures;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class EvaluationFilesTest {
    private static final EvaluationFigures FIGURES = SyntheticFigures.evaluation();

    @TempDir
    Path folder;

    @Test
    void thePageShowsEverySectionAndNeedsNothingFromElsewhere() throws IOException {
        EvaluationFiles.write(FIGURES, folder);
        String page = Files.readString(folder.resolve(EvaluationFiles.HTML));
        assertThat(page)
                .contains(
                        "a made-up analysis",
                        "not a certified medical device",
                        "Confusion matrices",
                        "DS2 without 232",
                        "Noise stress",
                        "false per patient-hour",
                        "Ventricular runs by record",
                        "Shutdowns by record",
                        "prefers-color-scheme:dark",
                        "@media print")
                .doesNotContain("src=", "href=", "NaN", "Infinity");
        assertThat(page.split("<figure>"))
                .hasSize(1 + 3 + FIGURES.wholeRecords().size());
    }

    /** Unclosed or wrongly nested elements would not parse; void elements are written as XML does not have them. */
    @Test
    void thePageIsWellFormed() throws Exception {
        String page =
                EvaluationDocument.html(FIGURES).replace("<!doctype html>", "").replaceAll("<meta [^>]*>", "");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    @Test
    void jsonHoldsTheSameFigures() throws IOException {
        JsonNode json = new ObjectMapper().readTree(EvaluationFiles.json(FIGURES));
        SetFigures all = FIGURES.afterLearning().getFirst();
        JsonNode gross = json.at("/afterMinuteFive/0/gross");
        assertThat(gross.at("/shares/VEB_SENSITIVITY/of").asLong())
                .isEqualTo(Figure.VEB_SENSITIVITY.of(all.gross()).of());
        assertThat(gross.at("/beats/2/2").asLong())
                .isEqualTo(all.gross().beats().matrix().sum("V", "V"));
        assertThat(json.at("/afterMinuteFive/0/averagePercent/QRS_SENSITIVITY").asDouble())
                .isEqualTo(all.share(Figure.QRS_SENSITIVITY).averagePercent().orElseThrow(), within(1e-6));
        assertThat(json.at("/noise/1/points/5/ratioDb").asInt()).isEqualTo(-6);
        assertThat(json.at("/wholeRecords/0/records")).hasSize(6);
    }

    @Test
    void tablesInTheLettersOfWfdbStandBesideIt() throws IOException {
        EvaluationFiles.write(FIGURES, folder);
        for (String table : List.of("bxb", "sd", "vruns", "sruns", "af", "vf")) {
            assertThat(Files.readString(folder.resolve("wfdb").resolve(table + ".txt")))
                    .contains("\nSum ", "101 ")
                    .endsWith("\nSummary of results from 6 records\n");
        }
    }

    @Test
    void theTerminalGetsTheSums() {
        assertThat(EvaluationText.of(FIGURES))
                .contains("JUDGED: a made-up analysis", "BEATS FOUND", "de Chazal", "NOISE STRESS", "DS2 without 232");
    }
}
