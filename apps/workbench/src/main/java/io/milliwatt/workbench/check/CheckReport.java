package io.milliwatt.workbench.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * What the check found.
 *
 * @param ok the whole chain works, the alarm came in time, no other machine raised one, and ward and farm are well too
 * @param failedLeg the first leg that does not work; null where all do
 * @param finding a sentence, one for the ward and one for the farm
 * @param readySeconds from the start of the command until everything was ready
 * @param alarmSecondsAfterStart when the expected alarm was shown, from the start of the command; null without one
 * @param alarmSecondsAfterReady the same from when everything was ready, which leaves out how busy the machine is
 * @param legs latencies of ordinary features frames by leg, in milliseconds
 * @param event the same of the one event that raised the alarm
 * @param ward what was found on the ward; null where the fleet has no patients
 * @param farm what was found on the farm; null where the fleet has no zones
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckReport(
        boolean ok,
        String failedLeg,
        String finding,
        double readySeconds,
        Double alarmSecondsAfterStart,
        Double alarmSecondsAfterReady,
        List<String> otherMachinesInAlarm,
        Map<String, Latencies> legs,
        Map<String, Double> event,
        WardReport ward,
        FieldReport farm,
        Map<String, Long> residentMegabytes) {
    private static final Duration ALARM_LIMIT = Duration.ofSeconds(60);

    /** Runs the check, which may take a minute, and sums up. */
    public static CheckReport of(
            ChainCheck check,
            Optional<WardCheck> wardCheck,
            Optional<FieldCheck> fieldCheck,
            Duration readyAfter,
            Instant startedAt,
            Supplier<Map<String, Long>> residentMegabytes)
            throws InterruptedException {
        Optional<Leg> broken = check.brokenLeg();
        Optional<WardReport> ward = wardCheck.isEmpty()
                ? Optional.empty()
                : Optional.of(WardReport.of(wardCheck.get(), startedAt.plus(readyAfter)));
        Optional<FieldReport> field = fieldCheck.isEmpty()
                ? Optional.empty()
                : Optional.of(fieldCheck.get().run());
        OptionalDouble alarmSeconds = check.expectedAlarm().stream()
                .mapToDouble(alarm -> seconds(Duration.between(startedAt, alarm.shownAt())))
                .findFirst();
        List<String> others = check.otherMachinesInAlarm();
        double readySeconds = seconds(readyAfter);
        boolean inTime = alarmSeconds.orElse(Double.MAX_VALUE) - readySeconds <= ALARM_LIMIT.toSeconds();
        String finding = finding(broken, alarmSeconds, inTime, others);
        return new CheckReport(
                broken.isEmpty()
                        && inTime
                        && others.isEmpty()
                        && ward.map(WardReport::ok).orElse(true)
                        && field.map(FieldReport::ok).orElse(true),
                broken.map(Leg::words).orElse(null),
                finding
                        + ward.map(found -> " " + found.finding()).orElse("")
                        + field.map(found -> " " + found.finding()).orElse(""),
                readySeconds,
                alarmSeconds.isPresent() ? alarmSeconds.getAsDouble() : null,
                alarmSeconds.isPresent() ? tenths(alarmSeconds.getAsDouble() - readySeconds) : null,
                others,
                legs(check),
                check.eventJourney().map(CheckReport::event).orElse(Map.of()),
                ward.orElse(null),
                field.orElse(null),
                residentMegabytes.get());
    }

    private static String finding(
            Optional<Leg> broken, OptionalDouble alarmSeconds, boolean inTime, List<String> others) {
        if (broken.isPresent()) {
            return "This leg does not work: " + broken.get().words() + ".";
        }
        if (!others.isEmpty()) {
            return "Alarms came from machines that are healthy: " + String.join(", ", others) + ".";
        }
        String when = String.format(Locale.ROOT, "%.1f s after the start", alarmSeconds.getAsDouble());
        return inTime
                ? "An event went all the way from a node to the console; its alarm was shown " + when + "."
                : "The alarm was shown only " + when + "; the limit is " + ALARM_LIMIT.toSeconds()
                        + " s after all was ready.";
    }

    private static Map<String, Latencies> legs(ChainCheck check) {
        Map<String, Latencies> summary = new LinkedHashMap<>();
        check.featureLegs().forEach((leg, millis) -> summary.put(leg.field(), Latencies.of(millis)));
        return summary;
    }

    private static Map<String, Double> event(FrameJourney journey) {
        Map<String, Double> millis = new LinkedHashMap<>();
        for (Leg leg : Leg.values()) {
            millis.put(leg.field() + "Millis", journey.millis(leg));
        }
        return millis;
    }

    private static double seconds(Duration duration) {
        return tenths(duration.toMillis() / 1000.0);
    }

    private static double tenths(double value) {
        return Math.round(10 * value) / 10.0;
    }
}
