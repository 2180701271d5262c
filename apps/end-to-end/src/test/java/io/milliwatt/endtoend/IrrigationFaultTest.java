package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a grower sees of a valve that gives no water, of a node that does not answer, and of a broken pipe. The first two were begun in
 * {@link IrrigationFaultBeginTest}, since the node waits two minutes for water and the server two and a half for an answer, and two more
 * before it calls somebody; the other tests stand between, so that nobody waits.
 */
@Order(8)
@ExtendWith(OnStage.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IrrigationFaultTest {
    /** The demo's own blocked valve. */
    static final String BLOCKED_ZONE = "Olives, old trees";

    static final String SILENT_ZONE = "Olives, young trees";
    static final int SILENT_NODE = 305;
    private static final int BROKEN_PIPE_NODE = 301;
    private static final String BROKEN_PIPE_ZONE = "Vines, north block";

    /** On the same well, and sound. */
    private static final String NEIGHBOUR = "Tomatoes 1";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    @Order(1)
    void aValveThatGivesNoWaterIsClosedCalledOutAndOpensAgainOnlyAfterSomebodyLookedAfterIt(Stage stage) {
        try (Farm farm = stage.farmAs("agronomist")) {
            endsBecause(farm, BLOCKED_ZONE, "no flow");
            isCalledOut(farm, BLOCKED_ZONE, "The valve is open and no water flows.", "High");
            open(farm, BLOCKED_ZONE);
            Locator valve = farm.page().locator("mw-valve-panel section");
            assertThat(valve).hasAttribute("data-state", "closed");
            assertThat(valve.locator(".interlocks [data-code='blocked']")).containsText("No water flows");
            farm.console().picture("irrigation-blocked");

            farm.button("It has been looked after …").click();
            farm.dialog().getByLabel("What was found").fill("Filter was full");
            farm.button("It may open again").click();
            assertThat(valve.locator(".interlocks [data-code='blocked']")).hasCount(0);
        }
    }

    @Test
    @Order(2)
    void aBrokenPipeIsCalledOutAndKeepsEveryValveOfItsSourceClosed(Stage stage) {
        try (Farm farm = stage.farmAs("viewer")) {
            farm.speak("en");
            farm.measureIn("metric");
            stage.lets(BROKEN_PIPE_NODE, "burst");
            isCalledOut(farm, BROKEN_PIPE_ZONE, "Water flows though no valve was told to open.", "High");
            open(farm, NEIGHBOUR);
            assertThat(farm.page().locator("mw-valve-panel .interlocks [data-code='leak']"))
                    .containsText("l/min though nothing is open");
            stage.lets(BROKEN_PIPE_NODE);
        }
    }

    @Test
    @Order(3)
    void aNodeThatDoesNotAnswerEndsItsRunAndLeavesTheValveUnknownUntilItSpeaks(Stage stage) {
        try (Farm farm = stage.farmAs("agronomist")) {
            endsBecause(farm, SILENT_ZONE, "the node did not confirm");
            isCalledOut(farm, SILENT_ZONE, "The node did not confirm that the valve opened.", "Medium");
            open(farm, SILENT_ZONE);
            Locator unknown = farm.page().locator("mw-valve-panel .interlocks [data-code='valve-unknown']");
            assertThat(unknown).containsText("not known whether the valve is open or closed");
            farm.console().picture("irrigation-silent");
            stage.lets(SILENT_NODE);
        }
    }

    private static void endsBecause(Farm farm, String zone, String cause) {
        farm.console().go("/schedule");
        assertThat(farm.page()
                        .locator("mw-run-table tr[data-state='stopped'], mw-run-table tr[data-state='failed']")
                        .filter(new Locator.FilterOptions().setHasText(zone)))
                .containsText(cause, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE.toMillis()));
    }

    private static void isCalledOut(Farm farm, String zone, String what, String priority) {
        farm.console().go("/alarms");
        Locator alarm = farm.page()
                .locator("mw-alarm-table tr[data-alarm-id]")
                .filter(new Locator.FilterOptions().setHasText(zone))
                .filter(new Locator.FilterOptions().setHasText(what));
        assertThat(alarm)
                .containsText(priority, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE.toMillis()));
    }

    private static void open(Farm farm, String zone) {
        farm.console().go("/");
        farm.open(zone);
        assertThat(farm.page().locator("mw-valve-panel section")).isVisible();
    }
}
