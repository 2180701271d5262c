package io.milliwatt.workbench.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.milliwatt.workbench.check.WallLog.ShownAlarm;
import io.milliwatt.workbench.check.WallLog.ShownEvent;
import io.milliwatt.workbench.check.WallLog.ShownSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the check found on the ward's wall.
 *
 * @param ok every patient's signal, the expected event and its alarm were shown in time
 * @param failedPart signal, event or alarm; null where all came
 * @param finding one sentence
 * @param alarmSecondsAfterReady when the expected alarm was shown; null without one
 * @param signal from a second's last sample to the wall, of all patients
 * @param event from an event's frame at the node to the wall, of all patients
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WardReport(
        boolean ok,
        String failedPart,
        String finding,
        String watchedBed,
        Double alarmSecondsAfterReady,
        Latencies signal,
        Latencies event) {

    /** Runs the check, which may take a minute, and sums up. */
    static WardReport of(WardCheck check, Instant readyAt) throws InterruptedException {
        Optional<WardPart> missing = check.missingPart();
        Optional<Double> alarmSeconds = check.expectedAlarm()
                .map(ShownAlarm::shownAt)
                .map(shownAt -> Duration.between(readyAt, shownAt).toMillis() / 100 / 10.0);
        WallLog wall = check.wall();
        return new WardReport(
                missing.isEmpty(),
                missing.map(WardPart::field).orElse(null),
                missing.map(part -> lack(part, check)).orElseGet(() -> success(check, alarmSeconds.orElseThrow())),
                check.watchedBed(),
                alarmSeconds.orElse(null),
                latencies(wall.signal().stream().map(ShownSignal::ageMillis).toList()),
                latencies(wall.events().stream().map(ShownEvent::ageMillis).toList()));
    }

    private static String lack(WardPart part, WardCheck check) {
        return switch (part) {
            case SIGNAL ->
                "No signal reached the ward's wall from bed " + String.join(", bed ", check.bedsWithoutSignal())
                        + "; the logs of nodes, gateway and monitoring tell where it stopped.";
            case EVENT ->
                "The ward's wall shows signal, but the expected event of bed " + check.watchedBed() + " did not come.";
            case ALARM ->
                "The ward's wall shows the expected event of bed " + check.watchedBed()
                        + ", but no alarm of high priority followed.";
        };
    }

    private static String success(WardCheck check, double alarmSeconds) {
        return String.format(
                Locale.ROOT,
                "On the ward, the signal of every patient and the %s of bed %s are on the wall; its alarm was shown %.1f s"
                        + " after all was ready.",
                check.expectedEvent().orElseThrow().label().replace('-', ' '),
                check.watchedBed(),
                alarmSeconds);
    }

    private static Latencies latencies(List<Double> millis) {
        return millis.isEmpty() ? null : Latencies.of(millis);
    }
}
