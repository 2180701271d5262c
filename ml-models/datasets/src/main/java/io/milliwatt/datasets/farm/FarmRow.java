package io.milliwatt.datasets.farm;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row of a farm's file. Missing values are left out; what stands for one, such as −9999, is told as it stands.
 *
 * @param line in the file, from 1
 * @param time begin of the day, or the time that the row tells
 * @param moisturePercent by depth in mm
 * @param soilCelsius by depth in mm
 */
public record FarmRow(
        int line,
        LocalDateTime time,
        Map<FarmQuantity, Double> values,
        SortedMap<Integer, Double> moisturePercent,
        SortedMap<Integer, Double> soilCelsius) {

    public FarmRow {
        values = Map.copyOf(values);
        moisturePercent = new TreeMap<>(moisturePercent);
        soilCelsius = new TreeMap<>(soilCelsius);
    }
}
