package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the developing damage to the acknowledged alarm. */
@Order(1)
@ExtendWith(OnStage.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlarmJourneyTest {
    /** The demo promises the alarm within a minute of its start; the rest is for a machine that is busy building. */
    private static final Duration ALARM_PATIENCE = Duration.ofSeconds(90);

    private static final String COMMENT = "Bearing ordered, watching it until Friday";

    @Test
    @Order(1)
    void technicianSeesTheAlarmArriveAndAcknowledgesIt(Stage stage) {
        String machine = stage.demo().watchedMachine();
        try (Console console = stage.visitAs("technician")) {
            Page page = console.page();
            assertThat(console.machineRow(machine)).isVisible();
            page.evaluate("window.neverReloaded = true");

            Locator chosen = console.alarmBar().locator("section[data-alarm-id]");
            assertThat(chosen).containsText(machine, within(ALARM_PATIENCE));
            assertThat(console.machineRow(machine)).hasAttribute("data-state", Pattern.compile("alarm|warning"));
            assertThat(console.machineRows().first()).containsText(machine);
            console.picture("overview-with-alarm");
            String alarm = chosen.getAttribute("data-alarm-id");

            page.keyboard().press("a");
            page.getByLabel("Comment").fill(COMMENT);
            page.keyboard().press("Enter");
            console.openMachine(machine);
            assertThat(row(page, alarm)).containsText("Active, acknowledged");
            assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);

            page.reload();
            assertThat(row(page, alarm)).containsText("Acknowledged by technician");
            row(page, alarm)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("History"))
                    .click();
            assertThat(page.locator("mw-alarm-history")).containsText(COMMENT);
            assertThat(console.complaints()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void viewerLearnsWhyHeCannotAcknowledgeAndTheServerRefusesHim(Stage stage) {
        try (Console console = stage.visitAs("viewer")) {
            Page page = console.page();
            console.go("/alarms?state=all");
            Locator first = page.locator("mw-alarm-table tr[data-alarm-id]").first();
            assertThat(first).isVisible();
            String alarm = first.getAttribute("data-alarm-id");

            APIResponse refused = page.request()
                    .post(
                            stage.demo()
                                    .address()
                                    .resolve("/api/alarms/" + alarm + "/acknowledge")
                                    .toString(),
                            RequestOptions.create().setData(Map.of("comment", "not mine to give")));
            assertThat(refused.status()).isEqualTo(403);

            for (Locator button : page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Acknowledge"))
                    .all()) {
                button.click();
                assertThat(page.getByText("Only technicians acknowledge alarms").first())
                        .isVisible();
                assertThat(page.locator("dialog[open]")).hasCount(0);
            }
        }
    }

    /** Else a press that is on its way when another alarm comes above acknowledges that one, or nothing. */
    @Test
    @Order(3)
    void anAlarmsRowStaysItsOwnWhenAnotherComesAboveIt(Stage stage) {
        try (Console console = stage.visitAs("technician")) {
            console.go("/alarms?state=all");
            assertThat(console.page()
                            .locator("mw-alarm-table tr[data-alarm-id]")
                            .first())
                    .isVisible();
            Object stayed = console.page().evaluate("""
                    async () => {
                        const table = document.createElement('mw-alarm-table');
                        const shown = document.querySelector('mw-alarm-table').alarms[0];
                        const buttonOf = (id) => table.querySelector(`tr[data-alarm-id='${id}'] button`);
                        document.body.append(table);
                        table.alarms = [{ ...shown, id: 'first' }];
                        await table.updateComplete;
                        const button = buttonOf('first');
                        table.alarms = [{ ...shown, id: 'above' }, { ...shown, id: 'first' }];
                        await table.updateComplete;
                        const stayed = button !== null && button === buttonOf('first');
                        table.remove();
                        return stayed;
                    }""");
            assertThat(stayed).isEqualTo(true);
        }
    }

    private static Locator row(Page page, String alarm) {
        return page.locator("mw-machine-alarms tr[data-alarm-id='" + alarm + "']");
    }

    private static LocatorAssertions.ContainsTextOptions within(Duration patience) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(patience.toMillis());
    }
}
