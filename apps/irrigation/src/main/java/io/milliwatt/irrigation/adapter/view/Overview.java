package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.definition.Geometry;
import io.milliwatt.irrigation.safety.EmergencyStop;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The farm from above. */
public record Overview(
        Instant generatedAt,
        int zonesNeedingActionToday,
        Optional<SiteView> site,
        Optional<EmergencyStop> emergencyStop,
        List<FieldView> fields,
        List<ZoneRow> zones,
        Optional<WeatherView> weather,
        int openAlarms,
        int unacknowledgedAlarms,
        Optional<AllocationView> allocation) {

    /** A farm. */
    public record SiteView(
            String id,
            String name,
            String timeZone,
            double latitudeDegrees,
            double longitudeDegrees,
            String currency) {}

    /** A field with its outline. */
    public record FieldView(String id, String name, Geometry outline, double areaHectares) {}

    /**
     * Today's weather.
     *
     * @param frostRisk none, possible or likely
     * @param source station, forecast or station-climatology
     */
    public record WeatherView(
            LocalDate day,
            OptionalDouble minimumCelsius,
            OptionalDouble maximumCelsius,
            OptionalDouble rainMillimetres,
            OptionalDouble referenceEvapotranspirationMillimetres,
            double forecastRain3DaysMillimetres,
            String frostRisk,
            String source) {}

    /** Water used of what may be. */
    public record AllocationView(double usedFraction, double usedCubicMetres, double allocationCubicMetres) {}
}
