package io.milliwatt.dsp.vibration;

import io.milliwatt.dsp.spectrum.Spectrum;
import java.util.ArrayList;
import java.util.List;

/**
 * The line found nearest to where a fault frequency's harmonic belongs.
 *
 * @param frequency which part
 * @param harmonic 1 for the fundamental
 * @param expectedHz from geometry and shaft speed
 * @param frequencyHz where the spectrum is largest within the slip allowed
 * @param amplitude of the spectrum there, in its unit
 * @param heightAboveFloor amplitude over the local median; about 1 to 3 where there is no line
 */
public record FaultLine(
        FaultFrequency frequency,
        int harmonic,
        double expectedHz,
        double frequencyHz,
        double amplitude,
        double heightAboveFloor) {

    /** Rolling elements slip: lines stand up to two per cent off (Randall and Antoni 2011, §2.1). */
    public static final double SLIP = 0.02;

    /** Reads all four fault frequencies with their harmonics from an envelope spectrum; those beyond its end are left out. */
    public static List<FaultLine> find(Spectrum envelope, FaultOrders orders, double speedRpm, int harmonics) {
        if (!(speedRpm > 0)) {
            throw new IllegalArgumentException(
                    "Fault lines need a turning shaft, but its speed is " + speedRpm + " rpm");
        }
        double shaftHz = speedRpm / 60;
        List<FaultLine> lines = new ArrayList<>();
        for (FaultFrequency frequency : FaultFrequency.values()) {
            for (int harmonic = 1; harmonic <= harmonics; harmonic++) {
                double expectedHz = harmonic * frequency.order(orders) * shaftHz;
                if (expectedHz * (1 + SLIP) < envelope.highestHz()) {
                    lines.add(read(envelope, frequency, harmonic, expectedHz, shaftHz));
                }
            }
        }
        return List.copyOf(lines);
    }

    private static FaultLine read(
            Spectrum envelope, FaultFrequency frequency, int harmonic, double expectedHz, double shaftHz) {
        int bin = envelope.peakBin(expectedHz, SLIP * expectedHz);
        double floor = envelope.floorAround(expectedHz, Math.max(shaftHz, 10 * envelope.stepHz()));
        double height = floor > 0 ? envelope.value(bin) / floor : 0;
        return new FaultLine(frequency, harmonic, expectedHz, envelope.frequencyHz(bin), envelope.value(bin), height);
    }
}
