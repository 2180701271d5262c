package io.milliwatt.dsp.soil.balance;

import io.milliwatt.dsp.soil.quantity.WaterContent;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Soil in layers. Its balance is drawn at the greatest root depth: water below the roots is kept for them and counted in as they grow. Depths are
 * whole millimetres, the rest of one is not counted.
 */
public record LayeredSoil(List<SoilLayer> layers) implements FieldSoil {

    private static final double MILLIMETRES_PER_METRE = 1000;

    public LayeredSoil {
        layers = List.copyOf(layers);
        double above = 0;
        for (SoilLayer layer : layers) {
            if (!(layer.bottomMetres() > above)) {
                throw new IllegalArgumentException("Soil layers are given from the top down, but one ending at "
                        + layer.bottomMetres() + " m follows one ending at " + above + " m");
            }
            above = layer.bottomMetres();
        }
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("A soil needs at least one layer");
        }
    }

    public double depthMetres() {
        return layers.getLast().bottomMetres();
    }

    @Override
    public double availableWater(double depthMetres) {
        return sum(depthMetres, layer -> layer.limits().availablePerMetre());
    }

    @Override
    public double evaporableWater(double depthMetres) {
        return sum(depthMetres, layer -> layer.limits().evaporablePerMetre());
    }

    @Override
    public double initialDepletion(double depthMetres) {
        return depletion(layers.stream().map(SoilLayer::initial).toList(), depthMetres);
    }

    /**
     * Water missing to field capacity, by contents measured in every layer; negative where the soil is wetter, mm.
     *
     * @param contents from the top down, one for each layer
     */
    public double depletion(List<WaterContent> contents, double depthMetres) {
        if (contents.size() != layers.size()) {
            throw new IllegalArgumentException("The soil has " + layers.size() + " layers, but there are "
                    + contents.size() + " contents; give one for each");
        }
        return sum(
                depthMetres,
                layer -> MILLIMETRES_PER_METRE
                        * (layer.limits().fieldCapacity().fraction()
                                - contents.get(layers.indexOf(layer)).fraction()));
    }

    private double sum(double depthMetres, ToDoubleFunction<SoilLayer> perMetre) {
        double wanted = Math.floor(depthMetres * MILLIMETRES_PER_METRE);
        double above = 0;
        double sum = 0;
        for (SoilLayer layer : layers) {
            double bottom = Math.min(wanted, Math.rint(layer.bottomMetres() * MILLIMETRES_PER_METRE));
            sum += Math.max(0, bottom - above) / MILLIMETRES_PER_METRE * perMetre.applyAsDouble(layer);
            above = Math.max(above, bottom);
        }
        return sum;
    }
}
