package io.milliwatt.datasets.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What has to be said wherever figures from a data set are shown.
 *
 * @param id the folder's name under the recordings
 * @param sampleRateHz of the signals as this catalogue hands them out; of tables the rate of their rows, 0 where these are no times
 * @param traps whole sentences
 */
public record DataSetDescription(
        String id,
        String title,
        String institution,
        String source,
        String licence,
        String citation,
        double sampleRateHz,
        List<String> traps) {

    public DataSetDescription {
        traps = List.copyOf(traps);
    }

    /** All data sets of the catalogue. */
    public static List<DataSetDescription> all() {
        return Stream.concat(Stream.of("cwru", "femto", "ims", "mitdb"), SoilDataSet.ids().stream())
                .map(DataSetDescription::of)
                .toList();
    }

    static DataSetDescription of(String id) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                DataSetDescription.class.getResourceAsStream(id + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> traps = new ArrayList<>();
        for (int i = 1; properties.containsKey("trap." + i); i++) {
            traps.add(properties.getProperty("trap." + i));
        }
        return new DataSetDescription(
                id,
                properties.getProperty("title"),
                properties.getProperty("institution"),
                properties.getProperty("source"),
                properties.getProperty("licence"),
                properties.getProperty("citation"),
                Double.parseDouble(properties.getProperty("sampleRateHz")),
                traps);
    }
}
