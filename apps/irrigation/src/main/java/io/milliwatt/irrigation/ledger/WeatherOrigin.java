package io.milliwatt.irrigation.ledger;

/** Where a day's reference evapotranspiration comes from; from the best to the least. */
public enum WeatherOrigin {
    /** From the station's own measurements. */
    STATION,
    /** From a weather service. */
    PROVIDER,
    /** What this date usually brings, by the station's own past. */
    CLIMATOLOGY,
    /** Nothing came for this day: the mean of the last days that are known. */
    CARRIED_ON
}
