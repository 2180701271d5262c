package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WCAG 2.2 AA as far as a machine can tell, in both themes, and everything by keyboard alone. */
@Order(3)
@ExtendWith(OnStage.class)
class AccessibilityTest {
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axeFindsNothingOnAnyPage(ColorScheme colours, Stage stage) {
        try (Console console = stage.visit(colours)) {
            Page page = console.page();
            assertThat(page.getByLabel("Name")).isVisible();
            Sight.check(console, "login", colours);
            console.signIn("technician", stage.demo().passwordOf("technician"));
            assertThat(console.machineRows().first()).isVisible();
            Sight.check(console, "overview", colours);
            console.openMachine(stage.demo().watchedMachine());
            assertThat(page.locator("mw-waveform-chart canvas")).isVisible();
            Sight.check(console, "machine", colours);
            console.go("/alarms?state=all");
            assertThat(page.locator("mw-alarm-table tr[data-alarm-id]").first()).isVisible();
            Sight.check(console, "alarms", colours);
            console.go("/figures");
            assertThat(console.heading("What the figures mean")).isVisible();
            Sight.check(console, "figures", colours);
            page.keyboard().press("?");
            assertThat(page.locator("dialog[open]")).isVisible();
            Sight.check(console, "shortcuts", colours);
        }
    }

    @Test
    void nothingIsWiderThanAPhone(Stage stage) {
        try (Console console = stage.visit(ColorScheme.DARK, Sight.PHONE_WIDTH_PIXELS, Sight.PHONE_HEIGHT_PIXELS)) {
            console.signIn("technician", stage.demo().passwordOf("technician"));
            assertThat(console.machineRows().first()).isVisible();
            Sight.fits(console, "phone-overview");
            console.openMachine(stage.demo().watchedMachine());
            assertThat(console.page().locator("mw-waveform-chart canvas")).isVisible();
            Sight.fits(console, "phone-machine");
            console.go("/alarms?state=all");
            assertThat(console.page()
                            .locator("mw-alarm-table tr[data-alarm-id]")
                            .first())
                    .isVisible();
            Sight.fits(console, "phone-alarms");
        }
    }

    @Test
    void keyboardAloneReachesMachineCursorAndHelp(Stage stage) {
        try (Console console = stage.visit(ColorScheme.LIGHT)) {
            Page page = console.page();
            assertThat(page.getByLabel("Name")).isFocused();
            page.keyboard().type("technician");
            page.keyboard().press("Tab");
            page.keyboard().type(stage.demo().passwordOf("technician"));
            page.keyboard().press("Enter");
            assertThat(console.machineRow(stage.demo().watchedMachine())).isVisible();

            tabTo(page, "mw-machine-table a");
            page.keyboard().press("Enter");
            assertThat(page.locator("mw-trend-chart").first()).isVisible();
            assertThat(page.locator("main")).isFocused();

            tabTo(page, "mw-trend-chart .scrubber");
            String latest = page.locator("mw-trend-chart .scrubber").first().getAttribute("aria-valuetext");
            page.keyboard().press("Home");
            assertThat(page.locator("mw-trend-chart .scrubber").first()).not().hasAttribute("aria-valuetext", latest);

            page.keyboard().press("?");
            assertThat(page.locator("dialog[open]")).containsText("Acknowledge the alarm");
            page.keyboard().press("Escape");
            assertThat(page.locator("dialog[open]")).hasCount(0);
            page.keyboard().press("2");
            assertThat(console.heading("Alarms")).isVisible();
        }
    }

    private static void tabTo(Page page, String selector) {
        for (int press = 0; press < 60; press++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
        }
        throw new AssertionError("Sixty presses of Tab did not reach " + selector);
    }
}
