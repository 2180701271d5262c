package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.AuditTrail;
import io.milliwatt.irrigation.adapter.db.BriefingTable;
import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.adapter.db.WeatherTable.Forecasted;
import io.milliwatt.irrigation.adapter.kafka.ValveCommands;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.irrigation.briefing.LinesTold;
import io.milliwatt.irrigation.briefing.NodeSign;
import io.milliwatt.irrigation.briefing.RainTold;
import io.milliwatt.irrigation.briefing.RootZoneLines;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeDepth;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.storage.SchemaMigration;
import io.milliwatt.telemetry.command.IrrigationCommand.ExpectRain;
import io.milliwatt.telemetry.command.IrrigationCommand.Lines;
import io.milliwatt.telemetry.command.IrrigationCommand.SetLines;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Sees to it that each node that is heard knows the lines of its zone and the rain to come. */
@ApplicationScoped
public class BriefingDesk {

    private static final Logger LOG = Logger.getLogger(BriefingDesk.class);
    private static final double PERCENT = 100.0;
    /** Nodes that are read together, and whose words are sent together. */
    private static final int AT_A_TIME = 100;

    private final FarmDirectory directory;
    private final SoilReadingTable readings;
    private final WeatherTable weather;
    private final BriefingTable table;
    private final ValveCommands commands;
    private final AuditTrail audit;
    private final SchemaMigration schema;
    private final Duty duty;
    private final Jdbi jdbi;
    private final Clock clock;

    BriefingDesk(
            FarmDirectory directory,
            SoilReadingTable readings,
            WeatherTable weather,
            BriefingTable table,
            ValveCommands commands,
            AuditTrail audit,
            SchemaMigration schema,
            Duty duty,
            Jdbi jdbi,
            Clock clock) {
        this.directory = directory;
        this.readings = readings;
        this.weather = weather;
        this.table = table;
        this.commands = commands;
        this.audit = audit;
        this.schema = schema;
        this.duty = duty;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Scheduled(
            every = "{milliwatt.briefing.every:60s}",
            delayed = "{milliwatt.briefing.after:20s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (schema.isDone()) {
            look(clock::instant);
        }
    }

    /** Tells every node what is to be told at a moment; one that was never heard is not told anything. */
    public void look(Instant now) {
        look(() -> now);
    }

    private void look(Supplier<Instant> clock) {
        List<String> ids = directory.farm().probes().stream().map(Probe::id).toList();
        Map<String, Optional<List<Integer>>> expected = new HashMap<>();
        Duty.Turn turn = duty.begin();
        for (int first = 0; first < ids.size(); first += AT_A_TIME) {
            Farm farm = directory.farm();
            List<Probe> probes = ids.subList(first, Math.min(ids.size(), first + AT_A_TIME)).stream()
                    .flatMap(id -> farm.probe(id).stream())
                    .toList();
            look(farm, probes, expected, clock.get(), turn);
            commands.committed();
            if (!turn.rest()) {
                return;
            }
        }
    }

    /** @param expected the rain to come by the site, as far as it has been asked for */
    private void look(
            Farm farm, List<Probe> probes, Map<String, Optional<List<Integer>>> expected, Instant now, Duty.Turn turn) {
        Map<Long, NodeSign> heard =
                readings.signs(probes.stream().map(Probe::node).toList());
        Map<Long, LinesTold> lines = table.lines(heard.keySet());
        Map<Long, RainTold> rain = table.rain(heard.keySet());
        for (Probe probe : probes) {
            Optional<Zone> zone = farm.zone(probe.zoneId());
            Optional<NodeSign> sign = Optional.ofNullable(heard.get(probe.node()));
            if (zone.isEmpty() || sign.isEmpty()) {
                continue;
            }
            Site site = farm.siteOf(zone.get());
            LocalDate today = site.dateAt(now);
            try {
                tellLines(zone.get(), probe, Optional.ofNullable(lines.get(probe.node())), today, sign.get(), now);
                tellRain(
                        probe.node(),
                        Optional.ofNullable(rain.get(probe.node())),
                        expected.computeIfAbsent(site.id(), id -> expected(id, today)),
                        today,
                        now);
            } catch (RuntimeException failure) {
                LOG.warnf("The node %d could not be told its lines or rain: %s", probe.node(), failure.getMessage());
            }
            turn.rest();
        }
    }

    private void tellLines(
            Zone zone, Probe probe, Optional<LinesTold> before, LocalDate today, NodeSign sign, Instant now) {
        Optional<LinesTold> next = RootZoneLines.of(zone, probe, today)
                .flatMap(wanted -> LinesTold.next(before, wanted, today, sign, now));
        next.ifPresent(told -> {
            jdbi.useTransaction(handle -> {
                if (table.tell(handle, probe.node(), before, told)) {
                    commands.add(handle, new SetLines(probe.node(), told.lines()));
                    if (isNewSetUp(zone, probe, before)) {
                        audit.add(
                                handle,
                                AuditTrail.SERVER,
                                "lines-told",
                                AlarmSource.probe(probe.id()).toString(),
                                Map.of("node", probe.node(), "lines", inWords(probe, told.lines())));
                    }
                }
            });
        });
    }

    /** The growth of roots is no change of the set-up: whatever would tell something else for the day of the last word is one. */
    private static boolean isNewSetUp(Zone zone, Probe probe, Optional<LinesTold> before) {
        return before.isEmpty()
                || RootZoneLines.of(zone, probe, before.get().forDay())
                        .map(now -> before.get().isFarFrom(now))
                        .orElse(true);
    }

    private static List<Map<String, Double>> inWords(Probe probe, List<Lines> lines) {
        List<ProbeDepth> inNodesOrder = probe.depths().stream()
                .sorted(Comparator.comparingInt(ProbeDepth::channel))
                .toList();
        return IntStream.range(0, lines.size())
                .mapToObj(index -> Map.of(
                        "depthCentimetres", (double) inNodesOrder.get(index).depthCentimetres(),
                        "refillPercent", lines.get(index).refill() / PERCENT,
                        "fullPercent", lines.get(index).full() / PERCENT))
                .toList();
    }

    private void tellRain(
            long node, Optional<RainTold> before, Optional<List<Integer>> wanted, LocalDate today, Instant now) {
        RainTold.next(before, wanted, today, now).ifPresent(told -> {
            jdbi.useTransaction(handle -> {
                if (table.tell(handle, node, before, told)) {
                    commands.add(handle, new ExpectRain(node, told.firstDay(), told.tenthsMillimetre()));
                }
            });
        });
    }

    /** By a forecast only: what this time of year usually brings is spread over all days, and is no rain to come. */
    private Optional<List<Integer>> expected(String siteId, LocalDate today) {
        return RainTold.expected(
                today,
                weather.forecasts(siteId, today, today.plusDays(ExpectRain.RAIN_DAYS - 1L)).stream()
                        .filter(Forecasted::byProvider)
                        .map(Forecasted::day)
                        .toList());
    }
}
