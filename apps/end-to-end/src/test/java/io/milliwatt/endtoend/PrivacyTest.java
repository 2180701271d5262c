package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A console works in a plant without internet and tells nobody that it is used. */
@Order(4)
@ExtendWith(OnStage.class)
class PrivacyTest {
    @Test
    void noRequestLeavesTheOrigin(Stage stage) {
        try (Console console = stage.visitAs("technician")) {
            console.openMachine(stage.demo().watchedMachine());
            assertThat(console.page().locator("mw-waveform-chart canvas")).isVisible();
            console.go("/alarms");
            console.go("/figures");
            assertThat(console.heading("What the figures mean")).isVisible();

            String authority = stage.demo().address().getAuthority();
            assertThat(console.requests()).hasSizeGreaterThan(8).anyMatch(address -> address.startsWith("ws:"));
            assertThat(console.requests())
                    .allSatisfy(address ->
                            assertThat(URI.create(address).getAuthority()).isEqualTo(authority));
        }
    }

    @Test
    void nothingIsToldToSomebodyWhoIsNotSignedIn(Stage stage) {
        try (Console console = stage.visit(ColorScheme.LIGHT)) {
            for (String path : new String[] {"/api/machines", "/api/alarms", "/api/session", "/api/live"}) {
                assertThat(console.page()
                                .request()
                                .get(stage.demo().address().resolve(path).toString())
                                .status())
                        .as(path)
                        .isEqualTo(401);
            }
        }
    }
}
