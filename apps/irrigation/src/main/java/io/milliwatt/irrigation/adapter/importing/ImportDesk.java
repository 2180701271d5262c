package io.milliwatt.irrigation.adapter.importing;

import io.milliwatt.datasets.farm.FarmFile;
import io.milliwatt.datasets.farm.FarmFileKind;
import io.milliwatt.datasets.farm.FarmLayer;
import io.milliwatt.datasets.farm.FarmQuantity;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.irrigation.adapter.db.AuditTrail;
import io.milliwatt.irrigation.adapter.db.ExcludedTable;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.FarmTable;
import io.milliwatt.irrigation.adapter.db.RainTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.SoilRow;
import io.milliwatt.irrigation.adapter.db.WaterTable;
import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.adapter.definition.SoilDefinition;
import io.milliwatt.irrigation.adapter.importing.CheckedFile.Row;
import io.milliwatt.irrigation.adapter.view.ReasonView;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes files in: all that can be is stored in one transaction, and the same file a second time changes nothing. */
@ApplicationScoped
class ImportDesk {

    private static final int SHOWN_PROBLEMS = 50;
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(3);

    private final Jdbi jdbi;
    private final FarmDirectory directory;
    private final FarmTable farmTable;
    private final ImportTable imports;
    private final WeatherTable weather;
    private final RainTable rain;
    private final WaterTable water;
    private final SoilReadingTable readings;
    private final ExcludedTable excluded;
    private final AuditTrail audit;
    private final Clock clock;

    ImportDesk(
            Jdbi jdbi,
            FarmDirectory directory,
            FarmTable farmTable,
            ImportTable imports,
            WeatherTable weather,
            RainTable rain,
            WaterTable water,
            SoilReadingTable readings,
            ExcludedTable excluded,
            AuditTrail audit,
            Clock clock) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.farmTable = farmTable;
        this.imports = imports;
        this.weather = weather;
        this.rain = rain;
        this.water = water;
        this.readings = readings;
        this.excluded = excluded;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param zone whose probe and water the file tells of; empty for weather alone */
    FileImport take(String name, String text, Optional<FarmFileKind> kind, Site site, Optional<Zone> zone, String user)
            throws RecordingException {
        String sha256 = sha256(text);
        FarmFile file = FarmFile.read(name, text, kind);
        CheckedFile checked = CheckedFile.of(file, site);
        List<SoilRow> soil = SoilHistory.rows(checked.rows(), probe(zone));
        readings.prepare(soil.stream().map(SoilRow::at).toList());
        FileImport done = jdbi.inTransaction(handle -> {
            Optional<FileImport> before = imports.find(handle, sha256, site.id(), zone.map(Zone::id));
            if (before.isPresent()) {
                return before.get().again(clock.instant(), user);
            }
            List<CheckedFile.Problem> problems = new ArrayList<>(checked.problems());
            int accepted = store(handle, file, checked, soil, site, zone, problems);
            FileImport result = result(name, file, checked, accepted, problems, site, user);
            audit.add(
                    handle,
                    user,
                    "file-imported",
                    "site:" + site.id(),
                    Map.of("name", name, "kind", file.kind().label(), "accepted", accepted));
            return imports.add(handle, sha256, site.id(), zone.map(Zone::id), result);
        });
        if (!file.layers().isEmpty()) {
            directory.refresh();
        }
        return done;
    }

    private Optional<Probe> probe(Optional<Zone> zone) {
        return zone.flatMap(
                known -> directory.farm().probesOfZone(known.id()).stream().findFirst());
    }

    /** @return rows of which something was taken */
    private int store(
            Handle handle,
            FarmFile file,
            CheckedFile checked,
            List<SoilRow> soil,
            Site site,
            Optional<Zone> zone,
            List<CheckedFile.Problem> problems) {
        excluded.add(handle, "site:" + site.id(), checked.excluded());
        if (file.daily()) {
            weather.putDays(handle, site.id(), WeatherDays.ofDays(site, checked.rows(), file.windHeightMetres()));
        } else {
            List<WeatherTable.Hour> hours = WeatherHours.of(checked.rows(), file.windHeightMetres());
            weather.putHours(handle, site.id(), "file", hours);
            weather.sumDays(handle, site, WeatherHours.days(site, hours));
        }
        rain.add(handle, caught(file, checked.rows(), site));
        boolean told =
                checked.rows().stream().anyMatch(row -> !row.moisturePercent().isEmpty());
        readings.add(handle, soil);
        if (told && soil.isEmpty()) {
            problems.add(new CheckedFile.Problem(Optional.empty(), Reason.of(ReasonCode.NO_PROBE_FOR_READINGS)));
        }
        irrigations(handle, checked.rows(), site, zone, problems);
        if (!file.layers().isEmpty()) {
            soil(handle, file.layers());
        }
        boolean moistureKept = !soil.isEmpty();
        int rows = (int) checked.rows().stream()
                .filter(row -> row.values().keySet().stream()
                                .anyMatch(quantity -> quantity != FarmQuantity.IRRIGATION || zone.isPresent())
                        || moistureKept && !row.moisturePercent().isEmpty())
                .count();
        return rows + file.layers().size();
    }

    /** A day's rain fell within the day, an hour's since the row before; after a hole nothing is known of it. */
    private static List<RainTable.Caught> caught(FarmFile file, List<Row> rows, Site site) {
        List<RainTable.Caught> caught = new ArrayList<>();
        String gauge = RainTable.gauge(site.id());
        Instant before = Instant.MIN;
        for (Row row : rows) {
            if (row.value(FarmQuantity.RAIN).isPresent()) {
                double millimetres = row.value(FarmQuantity.RAIN).getAsDouble();
                LocalDate date = site.dateAt(row.at());
                if (file.daily()) {
                    caught.add(new RainTable.Caught(
                            gauge, site.startOf(date), site.startOf(date.plusDays(1)), millimetres));
                } else if (before.isAfter(row.at().minus(LONGEST_INTERVAL)) && before.isBefore(row.at())) {
                    caught.add(new RainTable.Caught(gauge, before, row.at(), millimetres));
                }
            }
            before = row.at();
        }
        return caught;
    }

    private void irrigations(
            Handle handle, List<Row> rows, Site site, Optional<Zone> zone, List<CheckedFile.Problem> problems) {
        boolean missing = false;
        for (Row row : rows) {
            double gross = row.value(FarmQuantity.IRRIGATION).orElse(0);
            if (gross > 0 && zone.isPresent()) {
                water.apply(handle, zone.get().id(), site.dateAt(row.at()), gross, "file");
            }
            missing |= gross > 0 && zone.isEmpty();
        }
        if (missing) {
            problems.add(new CheckedFile.Problem(Optional.empty(), Reason.of(ReasonCode.NO_ZONE_FOR_WATER)));
        }
    }

    private void soil(Handle handle, List<FarmLayer> layers) {
        SoilDefinition soil = new SoilDefinition(
                "Imported profile " + clock.instant(),
                layers.stream()
                        .map(layer -> new SoilDefinition.Layer(
                                (double) layer.bottomMillimetres(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(layer.fieldCapacity()),
                                Optional.of(layer.wiltingPoint()),
                                Optional.empty(),
                                Optional.of("measured")))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        farmTable.put(
                handle, FarmTable.Kind.SOIL, "profile-" + clock.instant().getEpochSecond(), Optional.empty(), soil);
    }

    private FileImport result(
            String name,
            FarmFile file,
            CheckedFile checked,
            int accepted,
            List<CheckedFile.Problem> problems,
            Site site,
            String user) {
        Optional<FileImport.Days> days = checked.rows().isEmpty()
                ? Optional.empty()
                : Optional.of(new FileImport.Days(
                        site.dateAt(checked.rows().getFirst().at()),
                        site.dateAt(checked.rows().getLast().at())));
        return new FileImport(
                0,
                name,
                file.kind().label(),
                file.rows().size() + file.layers().size() + file.damaged().size(),
                accepted,
                checked.excluded().size(),
                checked.repeated(),
                days,
                problems.stream()
                        .sorted(Comparator.comparing(problem -> problem.line().orElse(0)))
                        .limit(SHOWN_PROBLEMS)
                        .map(problem -> new FileImport.Problem(problem.line(), ReasonView.of(problem.reason())))
                        .toList(),
                clock.instant(),
                user);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
