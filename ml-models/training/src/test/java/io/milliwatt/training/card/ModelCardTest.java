package io.milliwatt.training.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.training.SyntheticTask;
import io.milliwatt.training.pipeline.EvaluationReport;
import io.milliwatt.training.pipeline.Pipeline;
import io.milliwatt.training.pipeline.Progress;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ModelCardTest {
    private static final EvaluationReport REPORT =
            Pipeline.run(SyntheticTask.of(3), 1, Progress.silent()).report(Optional.empty());

    @Test
    void theCardSaysWhatToExpectWhereItFailsAndWhatIsLeaky() {
        String card = ModelCard.markdown(REPORT);
        assertThat(card)
                .startsWith("# Model card: synthetic")
                .contains(
                        "## What to expect", "## Limits", "Made-up classes say nothing", "LEAKY macro-F1", "## Origin")
                .contains(String.format(
                        java.util.Locale.ROOT,
                        "Macro-F1 %.3f",
                        REPORT.released().quantized().macroF1()));
    }

    @Test
    void thePageNeedsNothingFromElsewhereAndItsDrawingsAreWellFormed() throws Exception {
        String page = ModelCard.html(REPORT);
        assertThat(page).doesNotContain("src=", "href=", "<script", "url(");
        int drawings = 0;
        for (int from = page.indexOf("<svg"); from >= 0; from = page.indexOf("<svg", from + 1)) {
            String drawing = page.substring(from, page.indexOf("</svg>", from) + 6);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(drawing)));
            drawings++;
        }
        assertThat(drawings).isEqualTo(4);
    }

    @Test
    void jsonHoldsTheFiguresOfTheCard() throws IOException {
        JsonNode json = new ObjectMapper().readTree(ReportFiles.json(REPORT));
        assertThat(json.path("candidates")
                        .get(0)
                        .path("quantized")
                        .path("macroF1")
                        .asDouble())
                .isCloseTo(REPORT.released().quantized().macroF1(), org.assertj.core.data.Offset.offset(1e-6));
        assertThat(json.path("summary").path("units").asInt()).isEqualTo(9);
        assertThat(json.path("summary").path("leakyWarning").asText()).contains("not a measure");
        assertThat(json.path("origin").path("seed").asLong()).isEqualTo(1);
        assertThat(json.path("releasedBundle").isNull()).isTrue();
    }
}
