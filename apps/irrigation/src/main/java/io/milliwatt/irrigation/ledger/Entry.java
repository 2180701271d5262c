package io.milliwatt.irrigation.ledger;

import io.milliwatt.dsp.soil.crop.CropClimate;
import io.milliwatt.irrigation.probe.ProbeDigest;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that is known of a zone's water. Entries with the same key tell of the same thing: the one known latest counts, so a repeated or a late one
 * does no harm.
 */
public sealed interface Entry {

    String key();

    /** When it became known; of two with the same key the later counts. */
    Instant asOf();

    /** Its rank where two have the same key, before the time: a metered run is not overwritten by a reported one. */
    default int rank() {
        return 0;
    }

    /**
     * A whole day's weather, past or forecast.
     *
     * @param reference evapotranspiration of the short reference surface, mm
     */
    record Weather(LocalDate date, double reference, CropClimate climate, WeatherOrigin origin, Instant asOf)
            implements Entry {
        public Weather {
            if (!(reference >= 0 && reference < 30)) {
                throw new IllegalArgumentException("The reference evapotranspiration of " + date + " is " + reference
                        + " mm; a day's is 0 to 30 mm.");
            }
        }

        @Override
        public String key() {
            return "weather/" + date;
        }

        /** What was measured is not overwritten by what was forecast. */
        @Override
        public int rank() {
            return WeatherOrigin.values().length - origin.ordinal();
        }
    }

    /**
     * What a gauge caught in a stretch of time; 0 tells that it was dry, which is not the same as no entry.
     *
     * @param gauge the one that speaks for this zone
     */
    record Rain(String gauge, Instant from, Instant until, double millimetres, Instant asOf) implements Entry {
        public Rain {
            if (!until.isAfter(from)) {
                throw new IllegalArgumentException(
                        "The gauge's interval ends at " + until + ", not after " + from + ".");
            }
            if (!(millimetres >= 0 && millimetres < 1000)) {
                throw new IllegalArgumentException("The gauge caught " + millimetres + " mm; it must be 0 to 1000 mm.");
            }
        }

        @Override
        public String key() {
            return "rain/" + gauge + "/" + from + "/" + until;
        }
    }

    /**
     * A day's rain as it was forecast.
     *
     * @param millimetres if it rains
     * @param probability that it rains, 0 to 1
     */
    record ExpectedRain(LocalDate date, double millimetres, double probability, String provider, Instant asOf)
            implements Entry {
        public ExpectedRain {
            if (!(millimetres >= 0 && millimetres < 1000 && probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("Rain of " + millimetres + " mm with probability " + probability
                        + " cannot be expected; give 0 to 1000 mm and a probability of 0 to 1.");
            }
        }

        @Override
        public String key() {
            return "expected/" + date;
        }

        /** What enters the account, mm. */
        public double mean() {
            return millimetres * probability;
        }
    }

    /**
     * Water let into the zone.
     *
     * @param run the run that it belongs to
     * @param cubicMetres gross
     */
    record Watering(String run, Instant from, Instant until, double cubicMetres, Evidence evidence, Instant asOf)
            implements Entry {
        public Watering {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("The run ends at " + until + ", before it begins at " + from + ".");
            }
            if (!(cubicMetres >= 0 && cubicMetres < 1e7)) {
                throw new IllegalArgumentException(
                        "The run let in " + cubicMetres + " m³; it must be 0 to 10 million m³.");
            }
        }

        @Override
        public String key() {
            return "watering/" + run;
        }

        @Override
        public int rank() {
            return evidence.ordinal();
        }
    }

    /** What a probe said at the end of a day, of the last hours before midnight. */
    record Probed(LocalDate date, ProbeDigest digest, Instant asOf) implements Entry {
        @Override
        public String key() {
            return "probed/" + digest.probeId() + "/" + date;
        }
    }

    /**
     * What a person found with an auger or a spade; it takes the place of the probes on that day.
     *
     * @param depletion of the root zone, mm
     * @param standardError mm
     */
    record Measured(LocalDate date, double depletion, double standardError, String note, Instant asOf)
            implements Entry {
        public Measured {
            if (!(depletion >= -100 && depletion < 2000)) {
                throw new IllegalArgumentException(
                        "The measured depletion is " + depletion + " mm; it must be −100 to 2000 mm.");
            }
            if (!(standardError > 0 && standardError < 500)) {
                throw new IllegalArgumentException("The measurement is good to " + standardError
                        + " mm; it must be above 0 and below 500 mm, 5 mm for a careful one.");
            }
        }

        @Override
        public String key() {
            return "measured/" + date;
        }
    }
}
