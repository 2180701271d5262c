package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the monitoring station looks: WCAG 2.2 AA as far as a machine can tell, on a phone, flashing as it should, by keyboard alone. */
@Order(3)
@ExtendWith(OnStage.class)
class StationSightTest {
    private static final int FURTHEST_TAB = 80;

    /** Every page in both themes; in the second one only what depends on colours can differ, so that this costs little. */
    @Test
    void axeFindsNothingOnAnyPageInEitherTheme(Stage stage) {
        try (Wall wall = stage.watchAs("administrator")) {
            Page page = wall.page();
            Console console = wall.console();
            assertThat(wall.tiles().first()).isVisible();
            check(wall, "wall");
            console.go("/?size=32");
            assertThat(page.locator(".wall[data-size='32']")).isVisible();
            check(wall, "wall-32");
            console.go("");
            String patient = wall.open(stage.demo().watchedBed());
            assertThat(page.locator("mw-trend-chart").first()).isVisible();
            assertThat(page.locator("mw-episode-row").first()).isVisible();
            page.keyboard().press("j");
            assertThat(page.locator("mw-episode-strip svg.paper")).isVisible();
            page.locator("mw-episode-verdict button").first().click();
            check(wall, "patient");
            console.go(patient + "/review");
            assertThat(page.locator("svg.paper").first()).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Calipers"))
                    .click();
            check(wall, "review");
            console.go(patient + "/report");
            assertThat(page.locator("mw-report-page .hours")).isVisible();
            check(wall, "report");
            console.go("/alarms?state=all");
            assertThat(page.locator("mw-alarm-table tr[data-alarm-id]").first()).isVisible();
            check(wall, "station-alarms");
            console.go("/log");
            assertThat(page.locator("mw-log-page tbody tr").first()).isVisible();
            check(wall, "log");
            console.go("/access");
            assertThat(console.heading("Access log")).isVisible();
            check(wall, "access");
            console.go("/admit");
            assertThat(console.heading("Admit a patient")).isVisible();
            check(wall, "admit");
            console.go("/figures");
            assertThat(console.heading("What the figures mean")).isVisible();
            check(wall, "station-figures");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Test sound"))
                    .click();
            assertThat(page.locator("dialog[open]")).isVisible();
            check(wall, "sound-test");
        }
    }

    @Test
    void nothingOfTheStationIsWiderThanAPhone(Stage stage) {
        try (Wall wall =
                stage.watchAs("clinician", ColorScheme.DARK, Sight.PHONE_WIDTH_PIXELS, Sight.PHONE_HEIGHT_PIXELS)) {
            Console console = wall.console();
            assertThat(wall.tiles().first()).isVisible();
            Sight.fits(console, "phone-wall");
            String patient = wall.open(stage.demo().watchedBed());
            assertThat(wall.page().locator("mw-trend-chart").first()).isVisible();
            Sight.fits(console, "phone-patient");
            console.go(patient + "/review");
            assertThat(wall.page().locator("svg.paper").first()).isVisible();
            Sight.fits(console, "phone-review");
            console.go(patient + "/report");
            assertThat(wall.page().locator("mw-report-page .hours")).isVisible();
            Sight.fits(console, "phone-report");
            console.go("/log");
            assertThat(wall.page().locator("mw-log-page tbody tr").first()).isVisible();
            Sight.fits(console, "phone-log");
        }
    }

    /** IEC 60601-1-8:2006+AMD2:2020, table 2: high at 1.4 to 2.8 Hz, medium at 0.4 to 0.8 Hz, low steady. */
    @Test
    void priorityFlashesAtItsRateAndNotAtAllWithReducedMotion(Stage stage) {
        try (Wall wall = stage.watchAs("viewer")) {
            Page page = wall.page();
            assertThat(wall.tiles().first()).isVisible();
            assertThat(1 / flashSeconds(page, "high")).isBetween(1.4, 2.8);
            assertThat(1 / flashSeconds(page, "medium")).isBetween(0.4, 0.8);
            assertThat(flashSeconds(page, "low")).isZero();
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            assertThat(flashSeconds(page, "high")).isZero();
            assertThat(flashSeconds(page, "medium")).isZero();
        }
    }

    /** Of a mark of this priority, whether one stands on the page now or not; 0 where it stands still. */
    private static double flashSeconds(Page page, String priority) {
        return ((Number) page.evaluate("""
                        priority => {
                            const tile = document.querySelector('mw-patient-tile article').cloneNode(false);
                            tile.dataset.flash = priority;
                            document.querySelector('mw-patient-tile').append(tile);
                            const { animationName, animationDuration } = getComputedStyle(tile, '::before');
                            tile.remove();
                            return animationName === 'none' ? 0 : parseFloat(animationDuration);
                        }""", priority)).doubleValue();
    }

    @Test
    void keyboardAloneLeadsFromSigningInToAPatientsEventsAndTheirStrips(Stage stage) {
        try (Console console = stage.visitStation()) {
            Page page = console.page();
            assertThat(page.getByLabel("Name")).isFocused();
            page.keyboard().type("technician");
            page.keyboard().press("Tab");
            page.keyboard().type(stage.demo().passwordOf("technician"));
            page.keyboard().press("Enter");
            String bed = stage.demo().watchedBed();
            Locator link =
                    page.locator("mw-patient-tile a").getByText(bed, new Locator.GetByTextOptions().setExact(true));
            assertThat(link).isVisible();
            tabTo(page, link);
            page.keyboard().press("Enter");
            assertThat(console.heading("Bed " + bed)).isVisible();
            assertThat(page.locator("main")).isFocused();

            assertThat(page.locator("mw-episode-row").first()).isVisible();
            page.keyboard().press("j");
            Locator first = page.locator("mw-episode-row").first();
            assertThat(first.locator("mw-episode-strip")).isVisible();
            assertThat(first.locator("button.strip")).isFocused();
            page.keyboard().press("j");
            assertThat(first.locator("mw-episode-strip")).hasCount(0);
            page.keyboard().press("k");
            assertThat(first.locator("mw-episode-strip")).isVisible();
            page.keyboard().press("?");
            assertThat(page.locator("dialog[open]")).containsText("Next event of the patient shown");
            page.keyboard().press("Escape");
            page.keyboard().press("2");
            assertThat(console.heading("Alarms")).isVisible();
        }
    }

    private static void tabTo(Page page, Locator wanted) {
        for (int press = 0; press < FURTHEST_TAB; press++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(wanted.evaluate("element => element === document.activeElement"))) {
                return;
            }
        }
        throw new AssertionError(FURTHEST_TAB + " presses of Tab did not reach " + wanted);
    }

    private static void check(Wall wall, String name) {
        wall.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        Sight.check(wall.console(), name, ColorScheme.LIGHT);
        wall.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Sight.checkColours(wall.console(), name, ColorScheme.DARK);
    }
}
