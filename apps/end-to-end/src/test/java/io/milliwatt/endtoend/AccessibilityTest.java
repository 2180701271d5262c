package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WCAG 2.2 AA as far as a machine can tell, in both themes, and everything by keyboard alone. */
@Order(3)
@ExtendWith(OnStage.class)
class AccessibilityTest {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int PHONE_WIDTH_PIXELS = 390;
    private static final int PHONE_HEIGHT_PIXELS = 844;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axeFindsNothingOnAnyPage(ColorScheme colours, Stage stage) {
        try (Console console = stage.visit(colours)) {
            Page page = console.page();
            assertThat(page.getByLabel("Name")).isVisible();
            check(console, "login", colours);
            console.signIn("technician", stage.demo().passwordOf("technician"));
            assertThat(console.machineRows().first()).isVisible();
            check(console, "overview", colours);
            console.openMachine(stage.demo().watchedMachine());
            assertThat(page.locator("mw-waveform-chart canvas")).isVisible();
            check(console, "machine", colours);
            console.go("/alarms?state=all");
            assertThat(page.locator("mw-alarm-table tr[data-alarm-id]").first()).isVisible();
            check(console, "alarms", colours);
            console.go("/figures");
            assertThat(console.heading("What the figures mean")).isVisible();
            check(console, "figures", colours);
            page.keyboard().press("?");
            assertThat(page.locator("dialog[open]")).isVisible();
            check(console, "shortcuts", colours);
        }
    }

    @Test
    void nothingIsWiderThanAPhone(Stage stage) {
        try (Console console = stage.visit(ColorScheme.DARK, PHONE_WIDTH_PIXELS, PHONE_HEIGHT_PIXELS)) {
            console.signIn("technician", stage.demo().passwordOf("technician"));
            assertThat(console.machineRows().first()).isVisible();
            fits(console, "phone-overview");
            console.openMachine(stage.demo().watchedMachine());
            assertThat(console.page().locator("mw-waveform-chart canvas")).isVisible();
            fits(console, "phone-machine");
            console.go("/alarms?state=all");
            assertThat(console.page()
                            .locator("mw-alarm-table tr[data-alarm-id]")
                            .first())
                    .isVisible();
            fits(console, "phone-alarms");
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

    private static void check(Console console, String name, ColorScheme colours) {
        console.picture(name + "-" + colours.name().toLowerCase(Locale.ROOT));
        AxeResults results = new AxeBuilder(console.page()).withTags(RULES).analyze();
        assertThat(results.getPasses()).as("rules that applied to %s", name).isNotEmpty();
        assertThat(results.getViolations())
                .as("violations on %s in %s", name, colours)
                .extracting(
                        rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    private static void fits(Console console, String name) {
        console.picture(name);
        assertThat(console.page().evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(PHONE_WIDTH_PIXELS);
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
