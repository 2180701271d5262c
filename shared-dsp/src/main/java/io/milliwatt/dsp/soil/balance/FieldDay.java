package io.milliwatt.dsp.soil.balance;

import io.milliwatt.dsp.soil.crop.CropClimate;

/**
 * What a day, observed or forecast, does to a field.
 *
 * @param reference evapotranspiration of the reference surface, mm
 * @param rain mm
 * @param climate wind and least humidity of the day
 */
public record FieldDay(
        double reference, double rain, CropClimate climate, Irrigation irrigation, CanopyReading canopy) {

    public FieldDay {
        if (!(reference >= 0 && reference < 30)) {
            throw new IllegalArgumentException("A day's reference evapotranspiration cannot be " + reference + " mm");
        }
        if (!(rain >= 0 && rain < 2000)) {
            throw new IllegalArgumentException("A day's rain cannot be " + rain + " mm");
        }
    }

    public static FieldDay of(double reference, double rain, CropClimate climate) {
        return new FieldDay(reference, rain, climate, Irrigation.NONE, CanopyReading.NONE);
    }

    public FieldDay irrigated(Irrigation water) {
        return new FieldDay(reference, rain, climate, water, canopy);
    }
}
