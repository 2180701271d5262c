package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server dies under the page and comes back. */
@Order(5)
@ExtendWith(OnStage.class)
class LinkRecoveryTest {
    private static final Duration RESTART_PATIENCE = Duration.ofSeconds(60);

    @Test
    void pageGreysOutWhileTheServerIsGoneAndGoesOnByItself(Stage stage) {
        try (Console console = stage.visitAs("technician")) {
            Page page = console.page();
            console.awaitLink("open", Duration.ofSeconds(10));
            assertThat(console.machineRows().first()).isVisible();
            List<String> machines = namesOf(console);
            page.evaluate("window.neverReloaded = true");

            stage.demo().killConsoleServer();
            console.awaitLink("lost", Duration.ofSeconds(15));
            assertThat(page.getByText("No link to the server")).isVisible();
            assertThat(console.machineRows().first().locator(".age")).containsText("ago");
            assertThat(page.evaluate("getComputedStyle(document.querySelector('main')).filter"))
                    .isEqualTo("grayscale(1)");
            console.picture("link-lost");

            console.awaitLink("open", RESTART_PATIENCE);
            assertThat(page.getByText("No link to the server")).hasCount(0);
            assertThat(console.machineRow(stage.demo().watchedMachine()).locator(".age"))
                    .hasText(
                            Pattern.compile("[0-5] s ago"),
                            new LocatorAssertions.HasTextOptions().setTimeout(RESTART_PATIENCE.toMillis()));
            assertThat(namesOf(console)).containsExactlyInAnyOrderElementsOf(machines);
            assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
            assertThat(console.complaints()).isEmpty();
        }
    }

    private static List<String> namesOf(Console console) {
        return console.machineRows().locator("th a").allTextContents();
    }
}
