package io.milliwatt.irrigation.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.irrigation.site.Position;
import io.milliwatt.irrigation.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class EveningFrostTest {

    private static final String FOLDER = "soil/agrimet-fallon-2015";
    private static final Site FALLON = new Site(
            "fallon", "Fallon", new Position(-118.7744, 39.4575), 1208, ZoneId.of("America/Los_Angeles"), "USD");
    private static final LocalDate TONIGHT = LocalDate.of(2026, 3, 20);

    /** Sunset at the equinox is about six in the evening by the sun, which is seven by the summer clock. */
    @Test
    void anEveningTellsItsNightByTheNightsBefore() {
        List<Hour> rows = nights(40);
        Instant evening = FALLON.startOf(TONIGHT).plus(Duration.ofHours(22));
        EveningFrost frost = EveningFrost.of(FALLON, rows, evening).orElseThrow();
        Hour begin = rows.stream()
                .filter(row -> row.at().equals(FALLON.startOf(TONIGHT).plus(Duration.ofHours(21))))
                .findFirst()
                .orElseThrow();
        assertThat(frost.leastCelsius()).isCloseTo(begin.celsius() - 9, within(1.5));
        assertThat(frost.at()).isBetween(evening, evening.plus(Duration.ofHours(10)));
        assertThat(EveningFrost.of(FALLON, rows, evening.minus(Duration.ofHours(6))))
                .isEmpty();
        assertThat(EveningFrost.of(FALLON, rows.subList(rows.size() - 24 * 10, rows.size()), evening))
                .isEmpty();
    }

    /** Each night of a year by the sixty before it, against the mean of the last fourteen, which is what climatology without a past year tells. */
    @Test
    void aYearOfNightsIsToldBetterThanByClimatology() throws IOException {
        Optional<Path> folder = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence(FOLDER));
        List<Hour> rows = fallon(folder.get().resolve("FALN_Agrimet_hourly_raw_2015.csv"));
        List<Double> minima = new ArrayList<>();
        double ours = 0;
        double climatology = 0;
        int nights = 0;
        for (LocalDate date = LocalDate.of(2015, 1, 1); date.getYear() == 2015; date = date.plusDays(1)) {
            Instant from = FALLON.startOf(date).plus(Duration.ofHours(22));
            Instant until = FALLON.startOf(date.plusDays(1)).plus(Duration.ofHours(8));
            OptionalDouble least = rows.stream()
                    .filter(row -> !row.at().isBefore(from) && row.at().isBefore(until))
                    .mapToDouble(Hour::celsius)
                    .min();
            Optional<EveningFrost> said = EveningFrost.of(
                    FALLON, rows.stream().filter(row -> !row.at().isAfter(from)).toList(), from);
            if (said.isPresent() && least.isPresent() && minima.size() >= 60) {
                double usual = minima.subList(minima.size() - 14, minima.size()).stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow();
                ours += Math.pow(said.get().leastCelsius() - least.getAsDouble(), 2);
                climatology += Math.pow(usual - least.getAsDouble(), 2);
                nights++;
            }
            least.ifPresent(minima::add);
        }
        assertThat(nights).isGreaterThan(250);
        assertThat(Math.sqrt(ours / nights)).as("root mean square error, °C").isLessThan(2.7);
        assertThat(Math.sqrt(climatology / nights)).isGreaterThan(3.5);
    }

    private static List<Hour> nights(int count) {
        List<Hour> rows = new ArrayList<>();
        for (int night = -count; night <= 0; night++) {
            LocalDate date = TONIGHT.plusDays(night);
            double evening = 8 + 3 * Math.sin(night);
            double humidity = 60 + 15 * Math.cos(1.7 * night);
            for (int hour = 0; hour < 24; hour++) {
                double celsius = hour >= 18 ? evening - (hour - 21) * 0.9 : hour < 8 ? evening - 9 + 0.1 * hour : 15;
                rows.add(new Hour(
                        FALLON.startOf(date.plusDays(hour < 8 ? 1 : 0)).plus(Duration.ofHours(hour)),
                        celsius,
                        OptionalDouble.of(humidity),
                        0,
                        OptionalDouble.empty()));
            }
        }
        rows.sort(Comparator.comparing(Hour::at));
        return rows;
    }

    /** °F to °C, the dew point to a humidity; by the standard time of the Pacific. */
    private static List<Hour> fallon(Path file) throws IOException {
        List<Hour> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] fields = line.split(",");
            try {
                double celsius = (Double.parseDouble(fields[4]) - 32) / 1.8;
                double dewPoint = (Double.parseDouble(fields[5]) - 32) / 1.8;
                rows.add(new Hour(
                        LocalDateTime.of(
                                        Integer.parseInt(fields[0]),
                                        Integer.parseInt(fields[1]),
                                        Integer.parseInt(fields[2]),
                                        0,
                                        0)
                                .plusHours(Long.parseLong(fields[3]))
                                .toInstant(ZoneOffset.ofHours(-8)),
                        celsius,
                        OptionalDouble.of(Math.min(
                                100,
                                100
                                        * Math.exp(17.27 * dewPoint / (dewPoint + 237.3)
                                                - 17.27 * celsius / (celsius + 237.3)))),
                        0,
                        OptionalDouble.empty()));
            } catch (NumberFormatException hole) {
                assertThat(line).as("a row without a number").isNotEmpty();
            }
        }
        return rows;
    }
}
