package io.milliwatt.dsp.soil.phenology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An insect's published timing in degree days. A model holds where it was made and is tried a season before it is trusted elsewhere.
 *
 * @param begin the day from which to count (biofix)
 * @param stages by rising degree days
 * @param source of thresholds and stages
 */
public record InsectModel(String name, DegreeDays heat, String begin, List<InsectStage> stages, String source) {

    private static final String RESOURCE = "insects.csv";
    private static final int COLUMNS = 7;

    public InsectModel {
        stages = List.copyOf(stages);
    }

    public static List<InsectModel> all() {
        Map<String, InsectModel> models = new LinkedHashMap<>();
        for (String[] row : rows()) {
            InsectModel before = models.get(row[0]);
            List<InsectStage> stages = new ArrayList<>(before == null ? List.of() : before.stages());
            stages.add(new InsectStage(Double.parseDouble(row[4]), row[5]));
            models.put(
                    row[0],
                    new InsectModel(
                            row[0],
                            DegreeDays.between(
                                    DegreeDays.Method.SINGLE_SINE,
                                    Double.parseDouble(row[1]),
                                    Double.parseDouble(row[2])),
                            row[3],
                            stages,
                            row[6]));
        }
        return List.copyOf(models.values());
    }

    public static InsectModel named(String name) {
        return all().stream()
                .filter(model -> model.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no insect model named " + name
                        + "; there are "
                        + String.join(
                                ", ", all().stream().map(InsectModel::name).toList())));
    }

    /** The latest stage that the heat gathered so far has brought; empty before the first. */
    public Optional<InsectStage> reached(double degreeDays) {
        return stages.stream().filter(stage -> stage.degreeDays() <= degreeDays).reduce((earlier, later) -> later);
    }

    /** The stage to come; empty after the last. */
    public Optional<InsectStage> next(double degreeDays) {
        return stages.stream().filter(stage -> stage.degreeDays() > degreeDays).findFirst();
    }

    private static List<String[]> rows() {
        try (var stream = Objects.requireNonNull(InsectModel.class.getResourceAsStream(RESOURCE), RESOURCE);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("insect;"))
                    .map(line -> line.split(";", COLUMNS))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The insect models could not be read from " + RESOURCE, e);
        }
    }
}
