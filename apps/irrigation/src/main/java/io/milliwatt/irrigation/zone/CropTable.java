package io.milliwatt.irrigation.zone;

import io.milliwatt.dsp.soil.crop.CoefficientCurve;
import io.milliwatt.dsp.soil.crop.Crop;
import io.milliwatt.dsp.soil.crop.StageLengths;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Crops as FAO-56 tables them: a begin for a planting, to be put right by what is known of the place. */
public final class CropTable {
    private static final String RESOURCE = "crops.csv";
    private static final Map<String, Crop> CROPS = read();

    private CropTable() {}

    /** By name, in the alphabet's order. */
    public static Map<String, Crop> all() {
        return CROPS;
    }

    /** @throws IllegalArgumentException where no crop has this name; the message lists those that there are */
    public static Crop named(String name) {
        Crop crop = CROPS.get(name);
        if (crop == null) {
            throw new IllegalArgumentException("There is no crop named '" + name + "'; there are "
                    + String.join(", ", CROPS.keySet()) + ". Give the coefficients of another one yourself.");
        }
        return crop;
    }

    private static Map<String, Crop> read() {
        try (var stream = Objects.requireNonNull(CropTable.class.getResourceAsStream(RESOURCE), RESOURCE);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            Map<String, Crop> crops = new LinkedHashMap<>();
            reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("name;"))
                    .map(line -> line.split(";"))
                    .forEach(row -> crops.put(row[0], crop(row)));
            return Collections.unmodifiableMap(crops);
        } catch (IOException e) {
            throw new UncheckedIOException("The table of crops could not be read from " + RESOURCE, e);
        }
    }

    private static Crop crop(String[] row) {
        return new Crop(
                new CoefficientCurve(number(row, 1), number(row, 2), number(row, 3)),
                new CoefficientCurve(number(row, 4), number(row, 5), number(row, 6)),
                new StageLengths(days(row, 7), days(row, 8), days(row, 9), days(row, 10)),
                number(row, 11),
                number(row, 12),
                number(row, 13),
                number(row, 14),
                number(row, 15));
    }

    private static double number(String[] row, int column) {
        return Double.parseDouble(row[column]);
    }

    private static int days(String[] row, int column) {
        return Integer.parseInt(row[column]);
    }
}
