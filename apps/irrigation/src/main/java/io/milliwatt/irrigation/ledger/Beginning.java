package io.milliwatt.irrigation.ledger;

import io.milliwatt.dsp.soil.assimilation.FieldEstimate;
import io.milliwatt.dsp.soil.balance.BalanceState;
import io.milliwatt.dsp.soil.balance.FieldSoil;
import io.milliwatt.dsp.soil.crop.Crop;
import io.milliwatt.irrigation.zone.Planting;

/** A balance that begins within a season instead of at planting. */
record Beginning(Planting planting, FieldSoil soil, int day) {

    /** @param depletion of the root zone, mm; below the roots the soil is taken as depleted by the same part */
    FieldEstimate at(FieldEstimate planted, double depletion, double availableAtPlanting) {
        Crop crop = planting.crop();
        BalanceState state = planted.balance();
        double basal = crop.basal().at(Math.max(0, day - 1), crop.stages());
        double grown = crop.basal().at(Math.clamp(day - 1, 0, crop.stages().endOfMidSeason()), crop.stages());
        double roots = Math.max(state.rootDepthMetres(), crop.rootDepthMetres(grown));
        double available = soil.availableWater(roots);
        double below = state.availableBelowRoots() + availableAtPlanting - available;
        double missing = Math.min(depletion, available);
        double missingBelow = available > 0 ? Math.max(0, below) * missing / available : 0;
        BalanceState begun = new BalanceState(
                day,
                basal,
                Math.max(state.heightMetres(), crop.heightMetres(grown)),
                roots,
                state.wettedFraction(),
                state.surfaceDepletion(),
                missing,
                missing + missingBelow,
                Math.max(0, below),
                missingBelow);
        return new FieldEstimate(
                begun,
                available,
                planted.demandMultiplier(),
                planted.depletionVariance(),
                planted.covariance(),
                planted.multiplierVariance(),
                planted.daysSinceReading(),
                planted.beyondGate());
    }

    /** An estimate within a day, made ready for the rest of the same day: the crop has not grown twice. */
    static FieldEstimate again(FieldEstimate withinDay, FieldEstimate eveningBefore) {
        BalanceState now = withinDay.balance();
        BalanceState before = eveningBefore.balance();
        BalanceState state = new BalanceState(
                before.day(),
                before.basalCoefficient(),
                now.heightMetres(),
                now.rootDepthMetres(),
                now.wettedFraction(),
                now.surfaceDepletion(),
                now.rootZoneDepletion(),
                now.profileDepletion(),
                now.availableBelowRoots(),
                now.depletionBelowRoots());
        return new FieldEstimate(
                state,
                withinDay.available(),
                withinDay.demandMultiplier(),
                withinDay.depletionVariance(),
                withinDay.covariance(),
                withinDay.multiplierVariance(),
                Math.max(0, withinDay.daysSinceReading() - 1),
                withinDay.beyondGate());
    }
}
