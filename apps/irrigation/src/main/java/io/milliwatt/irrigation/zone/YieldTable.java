package io.milliwatt.irrigation.zone;

import io.milliwatt.dsp.soil.plan.YieldResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How yields mind a lack of water, by crop and phase (FAO-33). */
public final class YieldTable {
    /** For a crop that nobody has tabled: all phases alike. */
    static final YieldResponse UNKNOWN = new YieldResponse(1, 1, 1, 1);

    private static final String RESOURCE = "yield-response.csv";
    private static final Map<String, YieldResponse> RESPONSES = read();

    private YieldTable() {}

    /** @param cropName as in {@link CropTable}, or the grower's own */
    public static YieldResponse of(String cropName) {
        return RESPONSES.getOrDefault(cropName, UNKNOWN);
    }

    static Map<String, YieldResponse> all() {
        return RESPONSES;
    }

    private static Map<String, YieldResponse> read() {
        try (var stream = Objects.requireNonNull(YieldTable.class.getResourceAsStream(RESOURCE), RESOURCE);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("name;"))
                    .map(line -> line.split(";"))
                    .collect(Collectors.toUnmodifiableMap(row -> row[0], YieldTable::response));
        } catch (IOException e) {
            throw new UncheckedIOException("The yields' response to water could not be read from " + RESOURCE, e);
        }
    }

    private static YieldResponse response(String[] row) {
        return new YieldResponse(
                Double.parseDouble(row[1]),
                Double.parseDouble(row[2]),
                Double.parseDouble(row[3]),
                Double.parseDouble(row[4]));
    }
}
