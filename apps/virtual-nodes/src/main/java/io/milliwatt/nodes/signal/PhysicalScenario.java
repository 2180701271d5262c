package io.milliwatt.nodes.signal;

import java.util.List;
import java.util.Optional;

/**
 * A machine as the physical model knows it.
 *
 * @param speedRpm of the shaft, on average
 * @param shaftVelocityMillimetresPerSecond r.m.s. velocity at once, twice, three times … the shaft speed: imbalance,
 *     misalignment and looseness as every real machine has a little of them
 * @param noiseG r.m.s. of the broad-band noise from flow and rolling contact
 * @param resonanceHz of the housing, which every impact sets ringing
 * @param resonanceDamping its damping ratio, 0.01 to 0.2
 * @param damage none for a machine that stays healthy
 */
public record PhysicalScenario(
        double speedRpm,
        List<Double> shaftVelocityMillimetresPerSecond,
        double noiseG,
        double resonanceHz,
        double resonanceDamping,
        Optional<Damage> damage) {
    public PhysicalScenario {
        shaftVelocityMillimetresPerSecond = List.copyOf(shaftVelocityMillimetresPerSecond);
        if (!(speedRpm >= 0) || !(noiseG >= 0) || !(resonanceHz > 0)) {
            throw new IllegalArgumentException(
                    "A machine needs a speed and a noise of 0 or more and a resonance above 0," + " but they are "
                            + speedRpm + " rpm, " + noiseG + " g and " + resonanceHz + " Hz.");
        }
        if (!(resonanceDamping >= 0.01 && resonanceDamping <= 0.2)) {
            throw new IllegalArgumentException(
                    "A resonance's damping ratio must lie within 0.01..0.2, but it is " + resonanceDamping + ".");
        }
    }
}
