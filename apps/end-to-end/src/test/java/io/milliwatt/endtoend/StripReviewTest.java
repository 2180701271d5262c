package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Looking back at a patient: full disclosure, beats and their labels, paper. */
@Order(3)
@ExtendWith(OnStage.class)
class StripReviewTest {
    /** A node learns its patient before it tells beats, and tells them in batches. */
    private static final double BEATS_PATIENCE_MILLIS = 40_000;

    private static final double PIXELS_PER_MILLIMETRE = 96 / 25.4;
    /** Ten seconds at 25 mm/s and the calibration pulse. */
    private static final double STRIP_MILLIMETRES = 259;

    @Test
    void technicianRelabelsABeatInTwoClicksAndTheVersionStays(Stage stage) {
        try (Wall wall = stage.watchAs("technician")) {
            Page page = wall.page();
            review(wall, stage.demo().watchedBed());
            Locator beat = page.locator(".beat[role=button]").nth(2);
            String at = beat.getAttribute("data-t");
            String wanted = beat.getAttribute("data-class").equals("S") ? "F" : "S";
            beat.click();
            Locator panel = page.locator(".beat-panel");
            panel.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName(wanted).setExact(true))
                    .click();
            assertThat(panel.locator(".versions")).containsText("by technician");
            page.reload();
            Locator again = page.locator(".beat[data-t='" + at + "']");
            assertThat(again).hasAttribute("data-class", wanted);
            assertThat(again.locator(".labelled")).hasCount(1);
            assertThat(wall.console().complaints()).isEmpty();
        }
    }

    @Test
    void stripPrintsOnMillimetrePaperThatIsTrueToScale(Stage stage) {
        try (Wall wall = stage.watchAs("viewer")) {
            Page page = wall.page();
            review(wall, stage.demo().watchedBed());
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            Locator paper = page.locator("mw-review-strip svg.paper");
            assertThat(paper).isVisible();
            assertThat(paper.locator("pattern")).hasCount(1);
            assertThat(page.locator("mw-alarm-bar")).isHidden();
            assertThat(page.locator(".disclosure")).isHidden();
            BoundingBox box = paper.boundingBox();
            assertThat(box.width).isCloseTo(STRIP_MILLIMETRES * PIXELS_PER_MILLIMETRE, within(1.0));
            wall.console().picture("strip-print");
            byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            assertThat(new String(printed, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
    }

    /** Every page once, in one of the two themes: light and dark share all their rules but the colours. */
    @Test
    void axeFindsNothingOnAnyPageOfTheStation(Stage stage) {
        try (Wall wall = stage.watchAs("clinician")) {
            Console console = wall.console();
            assertThat(wall.tiles().first()).isVisible();
            check(wall, "wall", ColorScheme.LIGHT);
            String patient = wall.open(stage.demo().watchedBed());
            assertThat(wall.page().locator("mw-trend-chart").first()).isVisible();
            check(wall, "patient", ColorScheme.DARK);
            console.go(patient + "/review");
            assertThat(wall.page().locator("svg.paper").first()).isVisible();
            check(wall, "review", ColorScheme.LIGHT);
            console.go(patient + "/report");
            assertThat(console.heading("ECG report")).isVisible();
            check(wall, "report", ColorScheme.DARK);
            console.go("/log");
            assertThat(console.heading("Alarm log")).isVisible();
            check(wall, "log", ColorScheme.LIGHT);
            console.go("/admit");
            assertThat(console.heading("Admit a patient")).isVisible();
            check(wall, "admit", ColorScheme.DARK);
        }
    }

    @Test
    void nothingOfTheStationIsWiderThanAPhone(Stage stage) {
        try (Wall wall =
                stage.watchAs("clinician", ColorScheme.DARK, Sight.PHONE_WIDTH_PIXELS, Sight.PHONE_HEIGHT_PIXELS)) {
            assertThat(wall.tiles().first()).isVisible();
            Sight.fits(wall.console(), "phone-wall");
            String patient = wall.open(stage.demo().watchedBed());
            assertThat(wall.page().locator("mw-trend-chart").first()).isVisible();
            Sight.fits(wall.console(), "phone-patient");
            wall.console().go(patient + "/review");
            assertThat(wall.page().locator("svg.paper").first()).isVisible();
            Sight.fits(wall.console(), "phone-review");
        }
    }

    private static void check(Wall wall, String name, ColorScheme colours) {
        wall.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        Sight.check(wall.console(), name, colours);
    }

    /** Opens the review at a time that stays in the address, and waits for its beats. */
    private static void review(Wall wall, String bed) {
        wall.open(bed);
        wall.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Review"))
                .first()
                .click();
        wall.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Newest"))
                .click();
        assertThat(wall.page()).hasURL(Pattern.compile("at="));
        assertThat(wall.page().locator(".beat").nth(2))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(BEATS_PATIENCE_MILLIS));
    }
}
