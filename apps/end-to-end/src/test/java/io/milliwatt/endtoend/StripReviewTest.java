package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Looking back at a patient: full disclosure, beats and their labels, paper. */
@Order(3)
@ExtendWith(OnStage.class)
class StripReviewTest {
    /** Beats are told in batches, some seconds after their samples. */
    private static final double BEATS_PATIENCE_MILLIS = 20_000;

    private static final int ATTEMPTS = 4;

    private static final Pattern READING = Pattern.compile("([\\d,]+) ms · (\\d+) /min");
    /** Width and height in points. */
    private static final Pattern SHEET = Pattern.compile("/MediaBox \\[0 0 ([.\\d]+) ([.\\d]+)]");

    private static final double A4_LONG_POINTS = 841.9;
    private static final double A4_SHORT_POINTS = 595.3;

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
            assertThat(panel.locator(".versions")).containsText(Pattern.compile("samples \\d+ to \\d+ of node \\d+"));
            page.reload();
            Locator again = page.locator(".beat[data-t='" + at + "']");
            assertThat(again).hasAttribute("data-class", wanted);
            assertThat(again.locator(".labelled")).hasCount(1);
            assertThat(wall.console().complaints()).isEmpty();
        }
    }

    /** The calipers lie on two neighbouring beats, and the keyboard moves them by 5 ms. */
    @Test
    void calipersTellIntervalAndRateAndTheStripChangesSpeedAndGain(Stage stage) {
        try (Wall wall = stage.watchAs("viewer")) {
            Page page = wall.page();
            review(wall, stage.demo().watchedBed());
            Locator strip = page.locator("mw-review-strip");
            strip.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Calipers"))
                    .click();
            Locator reading = strip.locator(".reading");
            Matcher told = READING.matcher(reading.textContent());
            assertThat(told.find()).isTrue();
            double millis = Double.parseDouble(told.group(1).replace(",", ""));
            assertThat(Double.parseDouble(told.group(2))).isCloseTo(60_000 / millis, within(0.5));
            strip.locator(".leg").last().focus();
            page.keyboard().press("ArrowRight");
            assertThat(reading).containsText("%,.0f ms".formatted(millis + 5));
            double width = strip.locator("svg.paper").boundingBox().width;
            strip.getByLabel("Speed of the strip").selectOption("50");
            strip.getByLabel("Gain of the strip").selectOption("20");
            assertThat(strip.locator("header .figures")).containsText("50 mm/s, 20 mm/mV");
            assertThat(strip.locator("svg.paper").boundingBox().width)
                    .isCloseTo(width + 250 * PIXELS_PER_MILLIMETRE, within(1.0));
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
            Locator head = page.locator("mw-review-strip .panel");
            assertThat(head)
                    .containsText(Pattern.compile("P-[0-9A-Z]{8} · .* UTC ± 5 s · 25 mm/s, 10 mm/mV, no filter"));
            assertThat(head).containsText("not a certified medical device");
            BoundingBox box = paper.boundingBox();
            assertThat(box.width).isCloseTo(STRIP_MILLIMETRES * PIXELS_PER_MILLIMETRE, within(1.0));
            wall.console().picture("strip-print");
            byte[] printed = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            // Ten seconds at 25 mm/s fit a sheet of A4 only if it lies on its side.
            assertThat(SHEET.matcher(new String(printed, StandardCharsets.ISO_8859_1))
                            .results()
                            .toList())
                    .singleElement()
                    .satisfies(sheet -> {
                        assertThat(Double.parseDouble(sheet.group(1))).isCloseTo(A4_LONG_POINTS, within(1.0));
                        assertThat(Double.parseDouble(sheet.group(2))).isCloseTo(A4_SHORT_POINTS, within(1.0));
                    });
        }
    }

    /** Opens the review at a time that stays in the address and of which beats are told, which is not so while a node learns. */
    private static void review(Wall wall, String bed) {
        wall.open(bed);
        wall.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Review"))
                .first()
                .click();
        Locator third = wall.page().locator(".beat").nth(2);
        for (int attempt = 1; attempt <= ATTEMPTS && !third.isVisible(); attempt++) {
            wall.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Newest"))
                    .click();
            assertThat(wall.page()).hasURL(Pattern.compile("at="));
            try {
                third.waitFor(new Locator.WaitForOptions().setTimeout(BEATS_PATIENCE_MILLIS));
            } catch (TimeoutError noneWereTold) {
                // The node was learning then.
            }
        }
        assertThat(third).isVisible();
    }
}
