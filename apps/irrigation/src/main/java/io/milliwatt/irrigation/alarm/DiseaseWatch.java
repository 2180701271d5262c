package io.milliwatt.irrigation.alarm;

import io.milliwatt.irrigation.outlook.DiseaseDay;
import io.milliwatt.irrigation.outlook.DiseaseOutlook;
import io.milliwatt.irrigation.outlook.Risk;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.platform.alarms.AlarmRule;
import io.milliwatt.platform.alarms.Observation.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Infections that the weather allows and no spray covers, one alarm for each zone and disease. */
public final class DiseaseWatch {

    /** A day is judged when it is over; what was judged earlier than this says nothing of now. */
    private static final int JUDGED_WITHIN_DAYS = 2;

    private DiseaseWatch() {}

    /**
     * An alarm begins with a moderate risk and goes on until there is none, so that a risk at the border does not come and go.
     *
     * @param standing whether the alarm of a rule stands already
     * @return nothing of diseases that the last days do not tell of
     */
    public static List<Finding> look(
            AlarmSource zone,
            List<DiseaseOutlook> outlooks,
            Predicate<AlarmRule> standing,
            LocalDate today,
            Instant now) {
        return outlooks.stream()
                .flatMap(outlook ->
                        judged(outlook, today).map(day -> finding(zone, outlook, day, standing, now)).stream())
                .toList();
    }

    private static Optional<DiseaseDay> judged(DiseaseOutlook outlook, LocalDate today) {
        return outlook.days().stream()
                .filter(day -> !day.date().isAfter(today))
                .reduce((earlier, later) -> later)
                .filter(day -> !day.date().isBefore(today.minusDays(JUDGED_WITHIN_DAYS)));
    }

    private static Finding finding(
            AlarmSource zone, DiseaseOutlook outlook, DiseaseDay day, Predicate<AlarmRule> standing, Instant now) {
        List<Reason> reasons = List.of(day.reason(), outlook.coverage().reason());
        AlarmRule rule = FarmRules.disease(
                outlook.disease().label(),
                reasons.stream().map(Reason::sentence).collect(Collectors.joining(" ")));
        Risk least = standing.test(rule) ? Risk.LOW : Risk.MODERATE;
        boolean present =
                outlook.risk().compareTo(least) >= 0 && !outlook.coverage().covered();
        return new Finding(zone, rule, Report.of(now, present), reasons);
    }
}
