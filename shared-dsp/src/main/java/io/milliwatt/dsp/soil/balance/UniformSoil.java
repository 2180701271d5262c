package io.milliwatt.dsp.soil.balance;

import io.milliwatt.dsp.soil.quantity.WaterContent;

/** The same soil at every depth. Its balance is drawn at the roots' end: what passes them has percolated. */
public record UniformSoil(WaterLimits limits, WaterContent initial) implements FieldSoil {

    @Override
    public double availableWater(double depthMetres) {
        return limits.availablePerMetre() * depthMetres;
    }

    @Override
    public double evaporableWater(double depthMetres) {
        return limits.evaporablePerMetre() * depthMetres;
    }

    @Override
    public double initialDepletion(double depthMetres) {
        return 1000 * (limits.fieldCapacity().fraction() - initial.fraction()) * depthMetres;
    }
}
