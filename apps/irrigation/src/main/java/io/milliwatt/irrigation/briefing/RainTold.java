package io.milliwatt.irrigation.briefing;

import io.milliwatt.irrigation.weather.ForecastDay;
import io.milliwatt.telemetry.command.IrrigationCommand.ExpectRain;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rain to come that a node was told last. Once a day, since a node believes it for three days; on the same day again only where it changed by 5 mm,
 * and not within six hours: four times a day at most, for a node's battery pays for listening. It needs no confirmation: the next day's word takes its
 * place, and a node that missed one goes on with yesterday's.
 *
 * @param tenthsMillimetre of seven days; none: the node was told that nothing is known
 */
public record RainTold(LocalDate firstDay, List<Integer> tenthsMillimetre, Instant at) {

    private static final int SIGNIFICANT_TENTHS = 50;
    private static final int BELIEVED_DAYS = 3;
    private static final Duration PAUSE = Duration.ofHours(6);
    private static final double TENTHS = 10;

    public RainTold {
        tenthsMillimetre = List.copyOf(tenthsMillimetre);
    }

    /** What is expected of seven days by a forecast: amount times probability; empty where not every day is forecast. */
    public static Optional<List<Integer>> expected(LocalDate firstDay, List<ForecastDay> forecast) {
        List<Integer> tenths = new ArrayList<>();
        for (int day = 0; day < ExpectRain.RAIN_DAYS; day++) {
            LocalDate date = firstDay.plusDays(day);
            forecast.stream()
                    .filter(each -> each.day().equals(date))
                    .findFirst()
                    .map(each -> each.rainMillimetres() * each.rainProbability() * TENTHS)
                    .map(rain -> Math.clamp(Math.round(rain), 0, ExpectRain.MAX_TENTHS_MILLIMETRE))
                    .ifPresent(tenths::add);
        }
        return tenths.size() == ExpectRain.RAIN_DAYS ? Optional.of(tenths) : Optional.empty();
    }

    /** What is to be told now; empty where nothing is. */
    public static Optional<RainTold> next(
            Optional<RainTold> before, Optional<List<Integer>> wanted, LocalDate today, Instant now) {
        if (wanted.isEmpty()) {
            return before.filter(told -> told.isBelievedOn(today)).map(told -> new RainTold(today, List.of(), now));
        }
        RainTold fresh = new RainTold(today, wanted.get(), now);
        boolean due = before.isEmpty()
                || before.get().firstDay.isBefore(today)
                || before.get().isFarFrom(wanted.get())
                        && !now.isBefore(before.get().at.plus(PAUSE));
        return due ? Optional.of(fresh) : Optional.empty();
    }

    private boolean isBelievedOn(LocalDate day) {
        return !tenthsMillimetre.isEmpty() && day.isBefore(firstDay.plusDays(BELIEVED_DAYS));
    }

    private boolean isFarFrom(List<Integer> wanted) {
        if (tenthsMillimetre.size() != wanted.size()) {
            return true;
        }
        int sum = 0;
        boolean far = false;
        for (int day = 0; day < wanted.size(); day++) {
            int change = wanted.get(day) - tenthsMillimetre.get(day);
            sum += change;
            far |= Math.abs(change) >= SIGNIFICANT_TENTHS;
        }
        return far || Math.abs(sum) >= SIGNIFICANT_TENTHS;
    }
}
