package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the irrigation console looks: WCAG 2.2 AA as far as a machine can tell, and on a phone. */
@Order(6)
@ExtendWith(OnStage.class)
class IrrigationSightTest {
    /** Every page by its place, with what stands on it once it is there. */
    private static final Map<String, String> PAGES = pages();

    private static final String DECIDED_ZONE = "Maize";
    private static final int MOST_TABS = 60;
    /** A demo that has just begun advises after two minutes. */
    private static final Duration ADVICE_PATIENCE = Duration.ofMinutes(4);

    /** What is pressed or filled in and is less than 44 pixels high; a link in a sentence may be. */
    private static final String SMALL_TARGETS = """
            [...document.querySelectorAll('button, select, input, textarea, summary, a.button, nav a')]
                .filter((one) => !one.matches('[type=checkbox], [type=radio], [type=range], .crumbs a') && one.checkVisibility())
                .map((one) => [one.getBoundingClientRect().height, one.outerHTML.slice(0, 120)])
                .filter(([height]) => height > 0 && height < 43.5)
                .map(([height, text]) => height + ' ' + text)""";

    @Test
    void axeFindsNothingOnAnyPageInEitherTheme(Stage stage) {
        try (Farm farm = stage.farmAs("agronomist")) {
            farm.speak("en");
            PAGES.forEach((place, mark) -> {
                show(farm, place, mark);
                check(farm, name(place));
            });
            farm.button("Emergency stop").click();
            assertThat(farm.dialog()).isVisible();
            check(farm, "irrigation-stop");
        }
    }

    @Test
    void nothingIsWiderThanAPhone(Stage stage) {
        try (Farm farm =
                stage.farmAs("agronomist", ColorScheme.DARK, Sight.PHONE_WIDTH_PIXELS, Sight.PHONE_HEIGHT_PIXELS)) {
            farm.speak("fr");
            PAGES.forEach((place, mark) -> {
                show(farm, place, mark);
                Sight.fits(farm.console(), "phone-" + name(place));
                Sight.checkColours(farm.console(), "phone-" + name(place), ColorScheme.DARK);
                farm.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                Sight.checkColours(farm.console(), "phone-" + name(place), ColorScheme.LIGHT);
                farm.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                assertThat((List<?>) farm.page().evaluate(SMALL_TARGETS))
                        .as("smaller than a finger on %s", place)
                        .isEmpty();
            });
            // The choice is kept with the person, who is another test's agronomist too.
            farm.speak("en");
        }
    }

    @Test
    void onAPhoneTheKeyboardAloneReachesAnAdviceAndDecidesIt(Stage stage) {
        try (Farm farm =
                stage.farmAs("agronomist", ColorScheme.LIGHT, Sight.PHONE_WIDTH_PIXELS, Sight.PHONE_HEIGHT_PIXELS)) {
            Page page = farm.page();
            assertThat(farm.rows().first()).isVisible();
            Keyboard keyboard = page.keyboard();
            tabTo(page, "Skip to the page");
            keyboard.press("Enter");
            tabTo(page, DECIDED_ZONE);
            keyboard.press("Enter");
            assertThat(farm.console().heading(DECIDED_ZONE)).isVisible();
            assertThat(farm.button("Reject …"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(ADVICE_PATIENCE.toMillis()));
            tabTo(page, "Reject …");
            keyboard.press("Enter");
            assertThat(farm.dialog()).isVisible();
            keyboard.press("Escape");
            assertThat(farm.dialog()).hasCount(0);
            assertThat(farm.button("Reject …")).isFocused();
            keyboard.press("Enter");
            farm.dialog().getByLabel("Reason").waitFor();
            while (!Boolean.TRUE.equals(page.evaluate("document.activeElement.matches('textarea')"))) {
                keyboard.press("Tab");
            }
            keyboard.type("By keyboard alone");
            tabTo(page, "Reject");
            keyboard.press("Enter");
            assertThat(page.locator("mw-recommendation-panel section")).hasAttribute("data-decision", "rejected");
        }
    }

    /** Tabs on until what has the focus reads so. */
    private static void tabTo(Page page, String text) {
        for (int press = 0; press < MOST_TABS; press++) {
            page.keyboard().press("Tab");
            if (text.equals(page.evaluate("document.activeElement.textContent.trim()"))) {
                return;
            }
        }
        throw new AssertionError("No " + text + " within " + MOST_TABS + " presses of Tab");
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("/", "mw-zone-table tbody tr");
        pages.put("/zones/vine-north", "mw-root-zone-panel canvas");
        pages.put("/schedule", "mw-night-board .source");
        pages.put("/sensors", "mw-probe-card section");
        pages.put("/sensors/vine-north-probe", "#told-title");
        pages.put("/weather", "mw-weather-panels canvas");
        pages.put("/water", "mw-water-page table");
        pages.put("/alarms?state=all", "mw-quiet-hours form");
        pages.put("/setup/zones", "mw-setup-page .lines li");
        pages.put("/setup/soils", "mw-soil-wizard form");
        pages.put("/setup/files", "mw-import-panels form");
        pages.put("/figures", "mw-figures-page dl");
        return pages;
    }

    private static void show(Farm farm, String place, String mark) {
        farm.console().go(place);
        assertThat(farm.page().locator(mark).first()).isVisible();
    }

    private static void check(Farm farm, String name) {
        Page page = farm.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        Sight.check(farm.console(), name, ColorScheme.LIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Sight.checkColours(farm.console(), name, ColorScheme.DARK);
    }

    private static String name(String place) {
        return "irrigation" + place.replaceAll("[^a-z]+", "-").replaceAll("-$", "");
    }
}
