package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the chest to the monitoring station: what alarms, who hears it, who has seen it. */
@Order(2)
@ExtendWith(OnStage.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonitoringJourneyTest {
    /** The demo promises it within a minute of its start; the rest is for a machine that is busy building. */
    private static final Duration ALARM_PATIENCE = Duration.ofSeconds(90);

    private static final String COMMENT = "Went to the bed, patient awake";
    /** Whether the last half minute of a patient holds paced beats. */
    private static final String PACED_BEATS = """
            async id => {
                const span = `from=${new Date(Date.now() - 30000).toISOString()}&to=${new Date().toISOString()}`;
                const strip = await (await fetch(`/api/patients/${id}/strip?${span}`)).json();
                return strip.beats.some(beat => beat.paced);
            }""";

    private static final Pattern TIME_LEFT = Pattern.compile("[12]:[0-5][0-9]");

    @Test
    @Order(1)
    void ventricularTachycardiaOnTheChestAlarmsOnTheWallUntilSomebodyHasSeenIt(Stage stage) {
        String bed = stage.demo().watchedBed();
        try (Wall wall = stage.watchAs("clinician")) {
            Page page = wall.page();
            assertThat(wall.tile(bed)).hasAttribute("data-priority", "high", within(ALARM_PATIENCE));
            assertThat(wall.tile(bed)).hasAttribute("data-flash", "high");
            assertThat(wall.tile(bed)).containsText(Pattern.compile("tachycardia", Pattern.CASE_INSENSITIVE));
            wall.console().picture("wall-with-alarm");

            wall.open(bed);
            // It stays until somebody has seen it; the extreme tachycardia that comes with it may be over before.
            Locator alarm = page.locator("mw-patient-alarms tr[data-alarm-id]")
                    .filter(new Locator.FilterOptions()
                            .setHas(page.locator(".priority[data-priority='high']"))
                            .setHasText("Ventricular tachycardia"))
                    .first();
            assertThat(alarm).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(ALARM_PATIENCE.toMillis()));
            String id = alarm.getAttribute("data-alarm-id");
            alarm.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Acknowledge"))
                    .click();
            page.getByLabel("Comment").fill(COMMENT);
            page.keyboard().press("Enter");
            Locator row = page.locator("mw-patient-alarms tr[data-alarm-id='" + id + "']");
            assertThat(row).hasAttribute("data-state", Pattern.compile("active-acknowledged|normal"));

            page.reload();
            assertThat(row).containsText("Acknowledged by clinician");
            wall.console().go("/log");
            assertThat(page.locator("mw-log-page tbody")).containsText("clinician");
            assertThat(wall.console().complaints()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void pausedSoundCountsDownOnEveryScreenAndComesBackWithTheSameKey(Stage stage) {
        try (Wall wall = stage.watchAs("clinician");
                Wall other = stage.watchAs("viewer")) {
            assertThat(wall.tiles().first()).isVisible();
            wall.page().keyboard().press("p");
            assertThat(wall.countDown().first()).hasText(TIME_LEFT);
            assertThat(other.countDown().first()).hasText(TIME_LEFT);
            String before = other.countDown().first().textContent();
            assertThat(other.countDown().first()).not().hasText(before);
            assertThat(other.tiles().first().locator("header .left")).hasText(TIME_LEFT);
            assertThat(other.page()
                            .locator("mw-pause-bar [data-pause='audio-paused']")
                            .first())
                    .isVisible();
            wall.console().go("/alarms");
            assertThat(wall.countDown().first()).isVisible();

            wall.page().keyboard().press("p");
            assertThat(wall.countDown()).hasCount(0);
            assertThat(other.countDown()).hasCount(0);

            other.page().keyboard().press("p");
            assertThat(other.page().locator("mw-notice-area")).containsText("signed in as a viewer");
            assertThat(other.countDown()).hasCount(0);
        }
    }

    @Test
    @Order(3)
    void lifeThreateningArrhythmiasCannotBeSetLower(Stage stage) {
        try (Wall wall = stage.watchAs("clinician")) {
            wall.open(stage.demo().watchedBed());
            Locator limits = wall.page().locator("mw-limits-panel");
            assertThat(limits.locator(".levels .fixed")).hasCount(3);
            assertThat(limits).containsText("nobody can set them lower");
            Locator high = limits.getByLabel("Heart rate, high");
            assertThat(high).hasAccessibleDescription("60 to 300; default 120");
            high.fill("20");
            limits.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep these settings"))
                    .click();
            assertThat(high).hasAccessibleDescription("20 is given; it must be 60 to 300 /min.");
            assertThat(high).isFocused();
            assertThat(limits.locator(".mistake")).containsText("Nothing was kept");
            assertThat(limits.locator("header")).containsText("Defaults");
        }
    }

    @Test
    @Order(4)
    void eventIsFoundByItsClassAndJudgedInTwoClicksAndTheVersionSaysWhoSawWhat(Stage stage) {
        try (Wall wall = stage.watchAs("technician")) {
            Page page = wall.page();
            wall.open(stage.demo().watchedBed());
            Locator events = page.locator("mw-episode-list");
            events.getByLabel("Class of events").selectOption("Ventricular tachycardia");
            Locator shown = events.locator("mw-episode-row");
            assertThat(shown.first()).containsText("Ventricular tachycardia");
            for (Locator row : shown.all()) {
                assertThat(row.locator("strong").first()).hasText("Ventricular tachycardia");
            }
            Locator row = shown.last();
            row.getByText("Judge").click();
            row.getByText("True: Ventricular tachycardia").click();
            assertThat(row.locator(".judged")).containsText("technician");
            row.getByText("Judge again").click();
            assertThat(row.locator(".versions"))
                    .containsText(Pattern.compile("Version 1: ventricular tachycardia → .* by technician"));
            events.getByLabel("Verdict on events").selectOption("True");
            assertThat(shown).hasCount(1);
        }
    }

    @Test
    @Order(5)
    void whoTakesDataAwayIsReadByTheAdministratorAlone(Stage stage) {
        try (Wall viewer = stage.watchAs("viewer");
                Wall administrator = stage.watchAs("administrator")) {
            viewer.open(stage.demo().watchedBed());
            Download archive = viewer.page()
                    .waitForDownload(() -> viewer.page()
                            .locator("mw-stay-panel")
                            .getByText("CSV")
                            .click());
            assertThat(archive.suggestedFilename()).endsWith("_csv.zip");
            viewer.console().go("/access");
            assertThat(viewer.page().locator("main")).containsText("Only administrators");
            administrator.console().go("/log");
            administrator.page().getByText("Who read names and took data away").click();
            assertThat(administrator.page().locator("mw-access-page tbody tr").first())
                    .containsText(Pattern.compile("viewer.*CSV", Pattern.DOTALL));
        }
    }

    /** Without a click or a key no browser lets a page sound, and whoever relies on hearing has to see that. */
    @Test
    @Order(6)
    void silenceByTheBrowserIsSeenUntilSoundIsAllowed(Stage stage) {
        try (Wall wall = stage.watchAs("viewer")) {
            assertThat(wall.tiles().first()).isVisible();
            wall.page().reload();
            Locator blocked = wall.page().locator("mw-pause-bar .blocked");
            assertThat(blocked).containsText("No sound: the browser keeps this page silent.");
            blocked.getByText("Allow sound").click();
            assertThat(blocked).hasCount(0);
        }
    }

    /** The demo's station was told of the pacemaker in bed 9, and no node was configured for it. */
    @Test
    @Order(6)
    void aPacemakerIsToldToTheNodeWhichConfirmsItAndMarksTheBeats(Stage stage) {
        try (Wall wall = stage.watchAs("viewer")) {
            Page page = wall.page();
            Locator mark = wall.tile("9").locator(".pacemaker");
            assertThat(mark).containsText("PM on");
            assertThat(mark).not().hasAttribute("data-unconfirmed", "", within(ALARM_PATIENCE));
            String address = wall.open("9");
            assertThat(page.locator("mw-numerics-panel .pacemaker")).containsText("PM on");
            assertThat(page.locator("mw-node-panel")).containsText("this patient, with a pacemaker");
            assertThat(page.locator("mw-limits-panel").getByLabel("Pacemaker")).hasValue("yes");
            wall.console().picture("patient-with-pacemaker");
            page.waitForFunction(PACED_BEATS, address.substring(address.lastIndexOf('/') + 1));
        }
    }

    @Test
    @Order(7)
    void aNodeThatIsOnSomebodyElseIsRefusedAtItsField(Stage stage) {
        try (Wall wall = stage.watchAs("technician")) {
            Page page = wall.page();
            Locator other = wall.tiles().last().getByRole(AriaRole.LINK);
            String otherBed = other.textContent();
            other.click();
            assertThat(wall.console().heading("Bed " + otherBed)).isVisible();
            String taken = page.locator("mw-node-panel .facts dd")
                    .first()
                    .textContent()
                    .strip()
                    .split("\\s")[0];
            page.goBack();
            wall.open(stage.demo().watchedBed());
            Locator panel = page.locator("mw-node-panel");
            panel.getByText("Put another node on").click();
            panel.locator("input[name=nodeId]").fill(taken);
            panel.getByText("Put on", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(panel.locator(".mistake"))
                    .containsText("Node " + taken + " is on the patient in bed " + otherBed);
            assertThat(panel.locator("dl.facts")).hasCount(1);
        }
    }

    @Test
    @Order(8)
    void noRequestLeavesTheOriginAndNamesStayAwayFromThoseWhoMayNotSeeThem(Stage stage) {
        try (Wall wall = stage.watchAs("viewer")) {
            wall.open(stage.demo().watchedBed());
            assertThat(wall.page().getByText("Show name")).hasCount(0);
            String authority = stage.demo().monitoringAddress().getAuthority();
            assertThat(wall.console().requests())
                    .hasSizeGreaterThan(8)
                    .allSatisfy(address ->
                            assertThat(URI.create(address).getAuthority()).isEqualTo(authority));
        }
    }

    private static LocatorAssertions.HasAttributeOptions within(Duration patience) {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(patience.toMillis());
    }
}
