package io.milliwatt.irrigation.zone;

import io.milliwatt.dsp.soil.crop.Crop;
import io.milliwatt.dsp.soil.crop.Stage;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.UnfitException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What grows on a zone.
 *
 * @param cropName as in {@link CropTable}, or the grower's own
 * @param crop the coefficients, stages and roots, tabled or the grower's own
 * @param plantedOn day 0 of the stages; of a perennial the day of leaf-out
 * @param removedOn harvest or ploughing; empty while it stands
 * @param criticalCelsius at which frost harms the crop in its present stage; empty where frost does not matter
 */
public record Planting(
        String cropName,
        Crop crop,
        LocalDate plantedOn,
        Optional<LocalDate> removedOn,
        OptionalDouble criticalCelsius) {

    public Planting {
        if (cropName.isBlank()) {
            throw new UnfitException(
                    Reason.of(ReasonCode.NAME_UNFIT).with("thing", "crop").with("most", 200));
        }
        removedOn.filter(end -> end.isBefore(plantedOn)).ifPresent(end -> {
            throw new UnfitException(Reason.of(ReasonCode.REMOVED_BEFORE_PLANTED)
                    .with("removed", end.toString())
                    .with("planted", plantedOn.toString()));
        });
    }

    /** Days since planting; negative before. */
    public int dayOn(LocalDate date) {
        return Math.toIntExact(ChronoUnit.DAYS.between(plantedOn, date));
    }

    public Stage stageOn(LocalDate date) {
        return crop.stages().at(dayOn(date));
    }

    /** Root depth by the tabled course of the basal coefficient; roots do not shrink in the late season. */
    public double rootDepthMetresOn(LocalDate date) {
        int day = Math.clamp(dayOn(date), 0, crop.stages().endOfMidSeason());
        return crop.rootDepthMetres(crop.basal().at(day, crop.stages()));
    }

    public boolean standsOn(LocalDate date) {
        return !date.isBefore(plantedOn) && removedOn.map(date::isBefore).orElse(true);
    }
}
