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

    /**
     * Ours: water on the last day before stress by the forecast of a dry usual day, no more than the root zone takes, and no more than the crop
     * can still use before its season ends with the soil drawn down.
     *
     * @param refillFraction part of the readily available water at which to refill
     * @param fillFraction part of the depletion to fill, leaving the rest for rain
     * @param endFraction part of the available water that may be missing when the season ends
     * @param leastEvent not worth opening a valve for less, mm
     * @param allocation water of the season, mm; infinite where none is set
     */
    record Foreseeing(
            double refillFraction, double fillFraction, double endFraction, double leastEvent, double allocation)
            implements Schedule {
        @Override
        public String name() {
            return allocation == Double.POSITIVE_INFINITY ? "ours" : "ours, within an allocation";
        }

        @Override
        public double water(Morning morning) {
            int left = morning.lastDay() - morning.day();
            if (left < 0) {
                return 0;
            }
            List<BalanceDay> dry = morning.ifItStaysDry(left + 1);
            BalanceDay today = dry.getFirst();
            double depletion = today.evening().rootZoneDepletion();
            if (depletion < refillFraction * today.readilyAvailable()) {
                return 0;
            }
            double given = morning.past().stream()
                    .mapToDouble(day -> day.irrigation().applied())
                    .sum();
            double wanted = Math.min(Math.min(fillFraction * depletion, stillNeeded(dry)), allocation - given);
            return wanted < leastEvent ? 0 : Math.min(wanted, morning.largestEvent());
        }

        /** What the crop would take without stress until its end, less what the soil may give. */
        private double stillNeeded(List<BalanceDay> dry) {
            double use = dry.stream().mapToDouble(BalanceDay::unstressed).sum();
            BalanceDay last = dry.getLast();
            double stored = endFraction * last.availableInProfile()
                    - dry.getFirst().evening().profileDepletion();
            return use - stored;
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
