package io.milliwatt.training.soil.season;

import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.dsp.soil.balance.FieldDay;
import java.util.List;

/** The rules that are compared, but for the farm's own record. */
final class Schedules {
    private Schedules() {}

    /** The same depth every few days from planting to the farm's last irrigation, whatever the weather. */
    record FixedCalendar(int everyDays, double millimetres, int untilDay) implements Schedule {
        @Override
        public String name() {
            return "fixed calendar, every " + everyDays + " days";
        }

        @Override
        public double water(Morning morning) {
            return morning.day() % everyDays == 0 && morning.day() <= untilDay ? millimetres : 0;
        }
    }

    /** Fills the root zone once the readily available water is gone, without looking ahead. */
    record RefillWithoutForecast() implements Schedule {
        @Override
        public String name() {
            return "refill at RAW, no forecast";
        }

        @Override
        public double water(Morning morning) {
            if (morning.past().isEmpty() || morning.day() > morning.lastDay()) {
                return 0;
            }
            BalanceDay yesterday = morning.ifItStaysDry(1).getFirst();
            double depletion = morning.believed().rootZoneDepletion();
            return depletion >= yesterday.readilyAvailable() ? Math.min(depletion, morning.largestEvent()) : 0;
        }
    }

    /** The water that a record tells, day by day. */
    record AsRecorded(String name, List<FieldDay> days) implements Schedule {
        @Override
        public double water(Morning morning) {
            return days.get(morning.day()).irrigation().applied();
        }
    }
}
