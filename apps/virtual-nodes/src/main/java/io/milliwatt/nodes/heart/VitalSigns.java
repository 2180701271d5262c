package io.milliwatt.nodes.heart;

/**
 * What the further sensors at a bed show.
 *
 * @param spo2Percent oxygen saturation, 0 … 100
 * @param temperatureCelsius of the body, 20 … 45
 * @param systolicMmHg blood pressure, 0 … 300
 * @param diastolicMmHg 0 … systolic
 * @param respirationPerMinute 0 … 80
 * @param consciousness 0 alert, 1 confusion, 2 voice, 3 pain, 4 unresponsive
 * @param supplementalOxygen whether oxygen is given
 */
public record VitalSigns(
        double spo2Percent,
        double temperatureCelsius,
        int systolicMmHg,
        int diastolicMmHg,
        double respirationPerMinute,
        int consciousness,
        boolean supplementalOxygen) {
    public VitalSigns {
        if (!(spo2Percent >= 0 && spo2Percent <= 100) || !(temperatureCelsius >= 20 && temperatureCelsius <= 45)) {
            throw new IllegalArgumentException(
                    "Vital signs need a saturation of 0..100 % and a temperature of 20..45 °C, but they are "
                            + spo2Percent + " % and " + temperatureCelsius + " °C.");
        }
        if (systolicMmHg < 0 || systolicMmHg > 300 || diastolicMmHg < 0 || diastolicMmHg > systolicMmHg) {
            throw new IllegalArgumentException("A blood pressure needs 0 ≤ diastolic ≤ systolic ≤ 300 mmHg, but it is "
                    + systolicMmHg + "/" + diastolicMmHg + " mmHg.");
        }
        if (!(respirationPerMinute >= 0 && respirationPerMinute <= 80) || consciousness < 0 || consciousness > 4) {
            throw new IllegalArgumentException(
                    "Vital signs need 0..80 breaths a minute and a consciousness of 0..4, but they are "
                            + respirationPerMinute + " and " + consciousness + ".");
        }
    }

    /** These on the way to others, 0 … 1; what cannot be in between changes halfway. */
    VitalSigns towards(VitalSigns others, double share) {
        VitalSigns nearer = share < 0.5 ? this : others;
        return new VitalSigns(
                mix(spo2Percent, others.spo2Percent, share),
                mix(temperatureCelsius, others.temperatureCelsius, share),
                (int) Math.round(mix(systolicMmHg, others.systolicMmHg, share)),
                (int) Math.round(mix(diastolicMmHg, others.diastolicMmHg, share)),
                mix(respirationPerMinute, others.respirationPerMinute, share),
                nearer.consciousness,
                nearer.supplementalOxygen);
    }

    private static double mix(double from, double to, double share) {
        return from + share * (to - from);
    }
}
