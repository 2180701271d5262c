package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the irrigation console looks: WCAG 2.2 AA as far as a machine can tell, and on a phone. */
@Order(5)
@ExtendWith(OnStage.class)
class IrrigationSightTest {
    /** Every page by its place, with what stands on it once it is there. */
    private static final Map<String, String> PAGES = pages();

    @Test
    void axeFindsNothingOnAnyPageInEitherTheme(Stage stage) {
        try (Farm farm = stage.farmAs("agronomist")) {
            farm.speak("en");
            PAGES.forEach((place, mark) -> {
                show(farm, place, mark);
                check(farm, name(place));
            });
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
            });
            // The choice is kept with the person, who is another test's agronomist too.
            farm.speak("en");
        }
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("/", "mw-zone-table tbody tr");
        pages.put("/zones/vine-north", "mw-root-zone-panel canvas");
        pages.put("/schedule", "mw-night-board .source");
        pages.put("/sensors", "mw-probe-card section");
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
