package io.milliwatt.nodes.signal;

import io.milliwatt.dsp.vibration.FaultOrders;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A machine from its physical scenario: shaft tones, noise, and the blows of a damage that ring in the housing. */
public final class PhysicalSignal implements SensorSignal {
    /** The part of the noise that reaches the sensor through the housing and takes its colour. */
    private static final double NOISE_THROUGH_THE_HOUSING = 0.3;

    private final PhysicalScenario scenario;
    private final double sampleRateHz;
    private final RandomGenerator random;
    private final Shaft shaft;
    private final ShaftHarmonics harmonics;
    private final Resonance resonance;
    private final ImpactTrain impacts;
    private long samples;

    /**
     * @param orders of the machine's bearing
     * @param seed the same one gives the same signal
     */
    public PhysicalSignal(PhysicalScenario scenario, FaultOrders orders, double sampleRateHz, long seed) {
        this.scenario = scenario;
        this.sampleRateHz = sampleRateHz;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double speedHz = scenario.speedRpm() / 60;
        this.shaft = new Shaft(speedHz, sampleRateHz, random);
        this.harmonics = new ShaftHarmonics(scenario.shaftVelocityMillimetresPerSecond(), speedHz, random);
        this.resonance = new Resonance(scenario.resonanceHz(), scenario.resonanceDamping(), sampleRateHz);
        this.impacts =
                new ImpactTrain(scenario.damage().map(Damage::part).orElse(DamagedPart.OUTER_RACE), orders, random);
        impacts.startAt(shaft.turns());
    }

    @Override
    public void next(double[] accelerationG) {
        double severeG = scenario.damage()
                .map(damage -> damage.impactG() * damage.severity(samples / sampleRateHz))
                .orElse(0.0);
        for (int i = 0; i < accelerationG.length; i++) {
            shaft.turn();
            double blow = severeG * impacts.upTo(shaft.turns());
            double noise = scenario.noiseG() * random.nextGaussian();
            accelerationG[i] =
                    harmonics.at(shaft.turns()) + noise + resonance.next(blow + NOISE_THROUGH_THE_HOUSING * noise);
        }
        samples += accelerationG.length;
    }

    @Override
    public double shaftSpeedHz() {
        return shaft.speedHz();
    }
}
