package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a machine's page shows to back its verdict. */
@Order(2)
@ExtendWith(OnStage.class)
class EvidenceTest {
    private static final double CAPTURE_PATIENCE_MILLIS = 60_000;

    @Test
    void machinePageShowsTrendLimitsSpectraFaultLinesAndTheVerdict(Stage stage) {
        try (Console console = stage.visitAs("technician")) {
            console.openMachine(stage.demo().watchedMachine());
            Page page = console.page();
            assertThat(page.locator("mw-trend-chart")).hasCount(3);
            assertThat(page.locator("mw-trend-chart .reading").first())
                    .containsText(Pattern.compile("mm/s · zone [A-D]"));
            assertThat(page.locator("mw-verdict-panel")).containsText("probability");
            assertThat(page.locator("mw-condition-panel")).containsText("ISO 20816-3");
            assertThat(page.locator("mw-envelope-panel"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(CAPTURE_PATIENCE_MILLIS));
            page.locator("mw-envelope-panel summary").click();
            Locator lines = page.locator("mw-fault-line-table tbody tr");
            for (String line : new String[] {"1× BPFO", "1× BPFI", "1× BSF", "1× FTF"}) {
                assertThat(lines.filter(new Locator.FilterOptions().setHasText(line)))
                        .hasCount(1);
            }
            console.picture("machine");
            assertThat(console.complaints()).isEmpty();
        }
    }

    @Test
    void trendGrowsWhileSomebodyWatches(Stage stage) {
        try (Console console = stage.visitAs("viewer")) {
            console.openMachine(stage.demo().watchedMachine());
            Locator reading = console.page().locator("mw-trend-chart .reading").first();
            assertThat(reading).containsText("mm/s");
            String before = reading.textContent();
            assertThat(reading).not().hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(20_000));
        }
    }

    @Test
    void deepLinkSurvivesAReloadWithItsSettings(Stage stage) {
        try (Console console = stage.visitAs("viewer")) {
            console.openMachine(stage.demo().watchedMachine());
            Page page = console.page();
            page.getByText("24 h", new Page.GetByTextOptions().setExact(true)).click();
            page.reload();
            assertThat(console.heading(stage.demo().watchedMachine())).isVisible();
            assertThat(page.getByText("24 h", new Page.GetByTextOptions().setExact(true)))
                    .hasAttribute("aria-pressed", "true");
            assertThat(page.url()).contains("range=1d");
        }
    }
}
