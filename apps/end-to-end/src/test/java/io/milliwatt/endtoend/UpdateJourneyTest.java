package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From an operator's command, over the gateway and a node's own updater, to the machine's page. */
@Order(2)
@ExtendWith(OnStage.class)
class UpdateJourneyTest {
    private static final String MACHINE = "Extract fan 1";
    private static final String NODE = "106";
    private static final Pattern BUNDLE = Pattern.compile("\"bundle\" : \"([0-9a-f]{8})([0-9a-f]{8})[0-9a-f]{48}\"");

    @Test
    void aModelThatAnOperatorSendsRunsOnTheNodeAndItsHashStandsOnTheMachinesPage(Stage stage) throws Exception {
        String update = stage.demo()
                .update("--node", NODE, "--as-version", "7", "--healthy-windows", "3", "--fragment-bytes", "40");
        assertThat(update).contains("\"phase\" : \"confirmed\"");
        Matcher bundle = BUNDLE.matcher(update);
        assertThat(bundle.find()).as(update).isTrue();
        try (Console console = stage.visitAs("viewer")) {
            console.openMachine(MACHINE);
            Locator node = console.page().locator("mw-node-panel");
            assertThat(node).containsText("version 7 of model 1");
            assertThat(node).containsText(bundle.group(1) + " " + bundle.group(2));
            assertThat(node).containsText("version 7 confirmed");
            assertThat(console.complaints()).isEmpty();
        }
    }
}
