package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Water is asked for by hand where none will come and where nobody hears. What becomes of it is looked at in {@link IrrigationFaultTest},
 * when node and server have lost their patience; that takes minutes, so it is begun before everything else.
 */
@Order(0)
@ExtendWith(OnStage.class)
class IrrigationFaultBeginTest {
    /** Nothing opens before the node has told that its valve is closed. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    @Test
    void waterIsAskedForWhereNoneComesAndWhereNobodyHears(Stage stage) {
        try (Farm farm = stage.farmAs("agronomist")) {
            isKnownToBeClosed(farm, IrrigationFaultTest.SILENT_ZONE);
            isKnownToBeClosed(farm, IrrigationFaultTest.BLOCKED_ZONE);
            stage.lets(IrrigationFaultTest.SILENT_NODE, "radio-silence");
            waterByHand(farm, IrrigationFaultTest.BLOCKED_ZONE);
            // Meanwhile the other's node has noticed that nobody hears it.
            assertThat(running(farm)).hasCount(1);
            waterByHand(farm, IrrigationFaultTest.SILENT_ZONE);
            assertThat(running(farm)).hasCount(2);
        }
    }

    private static void isKnownToBeClosed(Farm farm, String zone) {
        farm.console().go("/");
        farm.open(zone);
        assertThat(farm.page().locator("mw-valve-panel section"))
                .hasAttribute(
                        "data-state",
                        "closed",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(START_PATIENCE.toMillis()));
    }

    private static void waterByHand(Farm farm, String zone) {
        farm.console().go("/schedule");
        farm.button("Water by hand …").click();
        farm.dialog().getByLabel("Zone").selectOption(zone);
        farm.button("Open the valve").click();
        assertThat(farm.dialog()).hasCount(0);
    }

    private static Locator running(Farm farm) {
        return farm.page().locator("mw-run-table tr[data-state='running']");
    }
}
