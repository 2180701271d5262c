package io.milliwatt.datasets.probe;

import io.milliwatt.dsp.soil.quality.ProbeSeries;
import io.milliwatt.dsp.soil.quality.ProbeSite;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The series on which the network's own program flagit is tested: 696 hours of winter with planted faults, and its published flags. */
public final class FlagitSeries {
    private static final String RESOURCE = "flagit.csv";

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();

    private FlagitSeries() {}

    /** Saturation and depth with which the flags were published. */
    public static ProbeSite site() {
        return new ProbeSite(Optional.of(WaterContent.ofPercent(42.7)), 0.09);
    }

    public static ProbeSeries series() {
        List<CSVRecord> rows = rows();
        return new ProbeSeries(
                column(rows, "moisture"),
                Optional.of(column(rows, "soil_temperature")),
                Optional.of(column(rows, "air_temperature")),
                Optional.of(column(rows, "rain")),
                Optional.of(column(rows, "model_soil_temperature")),
                Optional.of(column(rows, "model_rain")));
    }

    private static double[] column(List<CSVRecord> rows, String name) {
        return rows.stream()
                .mapToDouble(row -> row.get(name).isEmpty() ? Double.NaN : Double.parseDouble(row.get(name)))
                .toArray();
    }

    private static List<CSVRecord> rows() {
        try (Reader in = new InputStreamReader(
                        Objects.requireNonNull(FlagitSeries.class.getResourceAsStream(RESOURCE), RESOURCE),
                        StandardCharsets.UTF_8);
                CSVParser rows = FORMAT.parse(in)) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("The labelled series could not be read from " + RESOURCE, e);
        }
    }
}
