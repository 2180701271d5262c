package io.milliwatt.irrigation.schedule;

import io.milliwatt.irrigation.zone.Zone;
import java.time.Duration;

/** How much water a run gives, in the words of who asks for it. */
public sealed interface Amount {

    /** Gross, over the zone. */
    double millimetres(Zone zone);

    default Duration openTime(Zone zone) {
        return zone.method().runTime(millimetres(zone), zone.areaHectares());
    }

    /** As long as this. */
    record ByTime(Duration open) implements Amount {
        public ByTime {
            if (open.compareTo(Duration.ofSeconds(1)) < 0 || open.compareTo(Duration.ofDays(2)) > 0) {
                throw new IllegalArgumentException(
                        "The run lasts " + open.toSeconds() + " s; it must be 1 s to 2 days.");
            }
        }

        @Override
        public double millimetres(Zone zone) {
            return zone.method().applied(open, zone.areaHectares());
        }
    }

    /** Gross mm over the zone. */
    record ByDepth(double grossMillimetres) implements Amount {
        public ByDepth {
            if (!(grossMillimetres > 0 && grossMillimetres <= 500)) {
                throw new IllegalArgumentException(
                        "The run gives " + grossMillimetres + " mm; it must be above 0 and at most 500 mm.");
            }
        }

        @Override
        public double millimetres(Zone zone) {
            return grossMillimetres;
        }
    }

    /** Out of the source. */
    record ByVolume(double cubicMetres) implements Amount {
        public ByVolume {
            if (!(cubicMetres > 0 && cubicMetres <= 1e6)) {
                throw new IllegalArgumentException(
                        "The run gives " + cubicMetres + " m³; it must be above 0 and at most a million m³.");
            }
        }

        @Override
        public double millimetres(Zone zone) {
            return zone.millimetres(cubicMetres);
        }
    }
}
