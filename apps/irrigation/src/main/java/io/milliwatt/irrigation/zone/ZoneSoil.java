package io.milliwatt.irrigation.zone;

import io.milliwatt.dsp.soil.balance.FieldSoil;
import io.milliwatt.dsp.soil.balance.LayeredSoil;
import io.milliwatt.dsp.soil.balance.SoilLayer;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.Setting;
import io.milliwatt.irrigation.reason.UnfitException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A zone's soil.
 *
 * @param horizons from the top down
 * @param evaporationDepthMetres Ze, 0.10 to 0.15 m (FAO-56 p. 144)
 * @param readilyEvaporable REW, mm (FAO-56 table 19)
 * @param intakeMillimetresPerHour what the surface takes in for long without ponding; faster water runs off
 * @param curveNumber for rain that runs off; without one none does
 */
public record ZoneSoil(
        List<SoilHorizon> horizons,
        double evaporationDepthMetres,
        double readilyEvaporable,
        double intakeMillimetresPerHour,
        OptionalDouble curveNumber) {

    private static final double MILLIMETRES_PER_METRE = 1000;
    private static final double CENTIMETRES_PER_METRE = 100;

    public ZoneSoil {
        horizons = List.copyOf(horizons);
        if (horizons.isEmpty()) {
            throw new UnfitException(Reason.of(ReasonCode.LAYERS_NONE));
        }
        double above = 0;
        for (SoilHorizon horizon : horizons) {
            if (!(horizon.bottomMetres() > above)) {
                throw new UnfitException(Reason.of(ReasonCode.LAYERS_NOT_DOWNWARDS)
                        .with("bottomCentimetres", CENTIMETRES_PER_METRE * horizon.bottomMetres())
                        .with("aboveCentimetres", CENTIMETRES_PER_METRE * above));
            }
            above = horizon.bottomMetres();
        }
        // FAO-56 has 0.10 to 0.15 m, and 2 to 12 mm in table 19.
        Setting.EVAPORATION_LAYER.require(CENTIMETRES_PER_METRE * evaporationDepthMetres, 5, 30);
        Setting.READILY_EVAPORABLE_WATER.require(readilyEvaporable, 0, 20);
        Setting.INTAKE.requireAbove(intakeMillimetresPerHour, 0, 500);
    }

    public double depthMetres() {
        return horizons.getLast().bottomMetres();
    }

    /** The layer at a depth; below the last one goes on. */
    public SoilHorizon at(double depthMetres) {
        return horizons.stream()
                .filter(horizon -> depthMetres <= horizon.bottomMetres())
                .findFirst()
                .orElseGet(horizons::getLast);
    }

    /** For the balance, wet at the begin as told for each layer; the last layer is carried on to where roots may reach. */
    public FieldSoil forBalance(List<WaterContent> initial, double rootDepthMetres) {
        if (initial.size() != horizons.size()) {
            throw new IllegalArgumentException("The soil has " + horizons.size() + " layers, but there are "
                    + initial.size() + " initial contents; give one for each.");
        }
        List<SoilLayer> layers = new ArrayList<>();
        for (int i = 0; i < horizons.size(); i++) {
            SoilHorizon horizon = horizons.get(i);
            boolean last = i == horizons.size() - 1;
            double bottom = last ? Math.max(horizon.bottomMetres(), rootDepthMetres) : horizon.bottomMetres();
            layers.add(new SoilLayer(bottom, horizon.limits(), initial.get(i)));
        }
        return new LayeredSoil(layers);
    }

    /** Water contents at field capacity, layer by layer: the usual begin after a wet winter or a pre-irrigation. */
    public List<WaterContent> atFieldCapacity() {
        return horizons.stream()
                .map(horizon -> horizon.limits().fieldCapacity())
                .toList();
    }

    /** Water between field capacity and wilting point down to a depth, mm. */
    public double availableMillimetres(double depthMetres) {
        double above = 0;
        double sum = 0;
        for (int i = 0; i < horizons.size(); i++) {
            SoilHorizon horizon = horizons.get(i);
            double bottom = i == horizons.size() - 1 ? depthMetres : Math.min(depthMetres, horizon.bottomMetres());
            sum += Math.max(0, bottom - above)
                    * (horizon.limits().fieldCapacity().fraction()
                            - horizon.limits().wiltingPoint().fraction());
            above = Math.max(above, bottom);
        }
        return MILLIMETRES_PER_METRE * sum;
    }
}
