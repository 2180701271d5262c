package io.milliwatt.nodes.heart;

/**
 * What comes on top of the heart.
 *
 * @param baselineMillivolt peak of the slow wander with the breath, 0 or more
 * @param muscleMillivolt root mean square of the broad-band noise of muscles
 * @param mainsMillivolt peak of the mains' hum
 * @param mainsHz its frequency, 50 or 60
 */
public record Disturbance(double baselineMillivolt, double muscleMillivolt, double mainsMillivolt, double mainsHz) {

    /** An electrode that sits well. */
    public static final Disturbance LITTLE = new Disturbance(0.05, 0.008, 0.005, 50);

    public Disturbance {
        if (!(baselineMillivolt >= 0) || !(muscleMillivolt >= 0) || !(mainsMillivolt >= 0) || !(mainsHz > 0)) {
            throw new IllegalArgumentException(
                    "A disturbance has heights of 0 mV or more and a mains frequency above 0, but they are "
                            + baselineMillivolt + " mV, " + muscleMillivolt + " mV, " + mainsMillivolt + " mV and "
                            + mainsHz + " Hz.");
        }
    }
}
