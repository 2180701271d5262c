package io.milliwatt.dsp.fixedpoint.heart;

/**
 * What may be set of the {@link RhythmRules} for a patient. The limits of the life-threatening events are part of the rules and
 * cannot be set.
 *
 * @param sampleRateHz 100 … 1,000
 * @param pauseMillis 1,500 … 4,000: no beat for so long
 * @param bradycardiaPerMinute 30 … 120: the rate falls below it
 * @param tachycardiaPerMinute 60 … 300, above the bradycardia limit: the rate exceeds it
 * @param frequentVentricularBeats 1 … 30: so many within a minute are exceeded
 */
public record RhythmLimits(
        int sampleRateHz,
        int pauseMillis,
        int bradycardiaPerMinute,
        int tachycardiaPerMinute,
        int frequentVentricularBeats) {

    public RhythmLimits {
        require(sampleRateHz, 100, 1_000, "sample rate in Hz");
        require(pauseMillis, 1_500, 4_000, "pause in milliseconds");
        require(bradycardiaPerMinute, 30, 120, "bradycardia limit per minute");
        require(tachycardiaPerMinute, 60, 300, "tachycardia limit per minute");
        require(frequentVentricularBeats, 1, 30, "number of ventricular beats in a minute");
        if (tachycardiaPerMinute <= bradycardiaPerMinute) {
            throw new IllegalArgumentException("The tachycardia limit, " + tachycardiaPerMinute
                    + " per minute, is not above the bradycardia limit, " + bradycardiaPerMinute
                    + "; every rate would alarm. Raise the one or lower the other.");
        }
    }

    /** A pause of 3 s (2018 ACC/AHA/HRS guideline on bradycardia), 50 and 120 per minute, 10 ventricular beats in a minute. */
    public static RhythmLimits defaults(int sampleRateHz) {
        return new RhythmLimits(sampleRateHz, 3_000, 50, 120, 10);
    }

    private static void require(int value, int lowest, int highest, String name) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    "The " + name + ", " + value + ", is outside " + lowest + " … " + highest + "; choose one within.");
        }
    }
}
