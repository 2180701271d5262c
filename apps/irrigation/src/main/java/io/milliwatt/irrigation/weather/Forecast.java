package io.milliwatt.irrigation.weather;

import java.time.LocalDate;
import java.util.List;

/**
 * The days to come, and who says so.
 *
 * @param origin what it is
 * @param yearsOfPast that climatology stands on; 0 for a provider
 * @param hours to come, in order; empty where only days are told
 */
public record Forecast(
        Origin origin, LocalDate madeOn, int yearsOfPast, List<ForecastDay> days, List<ForecastHour> hours) {

    /** Who says so. */
    public enum Origin {
        PROVIDER("provider"),
        /** What this time of year usually brings here. */
        CLIMATOLOGY("station-climatology");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Forecast {
        days = List.copyOf(days);
        hours = List.copyOf(hours);
    }

    /** Of days alone. */
    public Forecast(Origin origin, LocalDate madeOn, int yearsOfPast, List<ForecastDay> days) {
        this(origin, madeOn, yearsOfPast, days, List.of());
    }
}
