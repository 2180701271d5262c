package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** From advice to water: who decides, what opens, what closes it, and in which language and units it is told. */
@Order(7)
@ExtendWith(OnStage.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IrrigationJourneyTest {
    /** The server looks every ten seconds whether a valve is due, and the node answers within some more. */
    private static final Duration VALVE_PATIENCE = Duration.ofSeconds(60);

    /** The server gives a node two and a half minutes to answer. */
    private static final Duration FAULT_PATIENCE = Duration.ofMinutes(3);

    private static final String ZONE = "Tomatoes 1";
    private static final String WHY = "A trial, to see that it opens";
    private static final Pattern MILLIMETRES = Pattern.compile("/ (\\d+\\.\\d)\\s*mm");
    private static final Pattern INCHES = Pattern.compile("/ (\\d+\\.\\d\\d)\\s*in");
    private static final double MILLIMETRES_PER_INCH = 25.4;
    /** What the next round does, which comes every two minutes in the demo. */
    private static final String ANEW =
            "fetch('/api/zones/tomato-1/recommendation/refresh', { method: 'POST' }).then((told) => { if (!told.ok) throw new Error(String(told.status)); })";

    @Test
    @Order(1)
    void mapAndListShowEveryZoneAgainstItsOwnLines(Stage stage) {
        try (Farm farm = stage.farmAs("viewer")) {
            assertThat(farm.rows()).hasCount(8);
            assertThat(farm.page().locator("mw-zone-map a")).hasCount(8);
            assertThat(farm.page().locator(".needy")).containsText("need");
            Locator map = farm.page().locator("mw-zone-map svg.map");
            String whole = map.getAttribute("viewBox");
            map.focus();
            farm.page().keyboard().press("+");
            assertThat(map).not().hasAttribute("viewBox", whole);
            farm.page().keyboard().press("0");
            assertThat(map).hasAttribute("viewBox", whole);
            farm.page()
                    .locator("mw-zone-map a")
                    .filter(new Locator.FilterOptions().setHasText(ZONE))
                    .or(farm.page().locator("mw-zone-map a[href$='tomato-1']"))
                    .first()
                    .press("Enter");
            assertThat(farm.console().heading(ZONE)).isVisible();
            assertThat(farm.console().complaints()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void acceptedWaterOpensTheValveAndTheEmergencyStopClosesIt(Stage stage) {
        try (Farm farm = stage.farmAs("agronomist")) {
            farm.measureIn("metric");
            Page page = farm.page();
            // What was begun by IrrigationFaultBeginTest is over, so that the stop ends none of it.
            farm.console().go("/schedule");
            assertThat(page.locator("mw-run-table")).isVisible();
            assertThat(page.locator("mw-waiting-panel li").filter(new Locator.FilterOptions().setHasText(ZONE)))
                    .containsText("Irrigate");
            assertThat(page.locator("mw-run-table tr[data-state='running']"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(FAULT_PATIENCE.toMillis()));
            farm.console().go("/");
            farm.open(ZONE);
            Locator advice = page.locator("mw-recommendation-panel section");
            changeToNow(farm, advice);
            assertThat(advice).hasAttribute("data-decision", "changed");
            assertThat(advice).containsText(WHY);

            Locator valve = page.locator("mw-valve-panel section");
            assertThat(valve).hasAttribute("data-state", "open", within(VALVE_PATIENCE));
            assertThat(valve).containsText("Closes by itself in");
            farm.console().picture("irrigation-valve-open");

            farm.button("Emergency stop").click();
            assertThat(farm.dialog()).containsText("Close every valve now?");
            farm.dialog().getByLabel("Reason").fill("Pipe burst");
            farm.button("Close every valve").click();
            assertThat(farm.stopBar()).hasAttribute("data-holds", "true");
            assertThat(valve).hasAttribute("data-state", "closed", within(VALVE_PATIENCE));
            farm.console().go("/schedule");
            assertThat(page.locator("mw-run-table tr[data-state='stopped'], mw-run-table tr[data-state='failed']")
                            .filter(new Locator.FilterOptions().setHasText(ZONE))
                            .first())
                    .containsText(Pattern.compile("emergency stop", Pattern.CASE_INSENSITIVE));
            release(farm, "Tried");
        }
    }

    @Test
    @Order(3)
    void whileTheStopHoldsNothingOpensAndOnlyAnAgronomistReleasesIt(Stage stage) {
        try (Farm viewer = stage.farmAs("viewer");
                Farm farm = stage.farmAs("agronomist")) {
            viewer.button("Emergency stop").click();
            viewer.dialog().getByLabel("Reason").fill("Pipe burst");
            viewer.button("Close every valve").click();
            assertThat(viewer.stopBar()).containsText("Pipe burst");
            assertThat(viewer.button("Release …")).hasCount(0);
            assertThat(farm.stopBar()).containsText("Pipe burst");
            farm.console().go("/schedule");
            farm.button("Water by hand …").click();
            farm.dialog().getByLabel("Zone").selectOption(ZONE);
            farm.button("Open the valve").click();
            assertThat(farm.dialog().locator(".mistake")).isVisible();
            farm.button("Leave it").click();

            release(farm, "Pipe mended");
            assertThat(viewer.stopBar()).hasAttribute("data-holds", "false");
            farm.page().locator("mw-audit-panel summary").click();
            assertThat(farm.page().locator("mw-audit-panel tbody"))
                    .containsText(Pattern.compile("viewer.*Pipe burst", Pattern.DOTALL));
        }
    }

    @Test
    @Order(4)
    void wordsAndUnitsChangeAtOnceAndAreKept(Stage stage) {
        try (Farm farm = stage.farmAs("viewer")) {
            farm.measureIn("metric");
            Locator depletion = farm.rows().filter(new Locator.FilterOptions().setHasText(ZONE));
            double millimetres = figure(MILLIMETRES, depletion);
            farm.measureIn("us");
            assertThat(depletion).containsText(INCHES);
            assertThat(figure(INCHES, depletion) * MILLIMETRES_PER_INCH)
                    .isCloseTo(millimetres, org.assertj.core.api.Assertions.within(0.2));
            farm.speak("es");
            assertThat(farm.console().heading("Zonas")).isVisible();
            assertThat(farm.page().locator("html")).hasAttribute("lang", "es");
            farm.page().reload();
            assertThat(farm.button("Parada de emergencia")).isVisible();
            assertThat(depletion).containsText(Pattern.compile("/ \\d+,\\d\\d\\s*in"));
            farm.speak("fr");
            farm.open(ZONE);
            assertThat(farm.page().locator("mw-root-zone-panel h2")).hasText("Zone racinaire");
            farm.speak("en");
        }
    }

    @Test
    @Order(5)
    void noRequestLeavesTheOrigin(Stage stage) {
        try (Farm farm = stage.farmAs("viewer")) {
            farm.open(ZONE);
            assertThat(farm.page().locator("mw-root-zone-panel canvas").first()).isVisible();
            String authority = stage.demo().irrigationAddress().getAuthority();
            assertThat(farm.console().requests())
                    .hasSizeGreaterThan(8)
                    .allSatisfy(address ->
                            assertThat(URI.create(address).getAuthority()).isEqualTo(authority));
        }
    }

    private static void release(Farm farm, String why) {
        farm.button("Release …").click();
        farm.dialog().getByLabel("Reason").fill(why);
        farm.button("Release").click();
        assertThat(farm.stopBar()).hasAttribute("data-holds", "false");
    }

    private static double figure(Pattern pattern, Locator row) {
        assertThat(row).containsText(pattern);
        Matcher matcher = pattern.matcher(row.textContent().replace('\u202f', ' '));
        assertThat(matcher.find()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static LocatorAssertions.HasAttributeOptions within(Duration patience) {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(patience.toMillis());
    }

    /** While the dialog is open a newer advice takes the place of the one that is being changed: what was entered holds for that one. */
    private static void changeToNow(Farm farm, Locator advice) {
        farm.button("Compute anew").click();
        assertThat(advice).hasAttribute("data-action", "irrigate");
        assertThat(advice).hasAttribute("data-decision", "open");
        assertThat(advice.locator(".sentence")).containsText("because depletion is");
        farm.button("Change …").click();
        farm.dialog().getByLabel("Net depth").fill("4");
        farm.dialog()
                .getByLabel("Start")
                .fill(LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES).toString());
        farm.dialog().getByLabel("Reason").fill(WHY);
        farm.page().evaluate(ANEW);
        assertThat(farm.dialog().getByLabel("Reason")).hasValue(WHY);
        farm.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Change"))
                .click();
        assertThat(advice).hasAttribute("data-decision", "changed");
    }
}
