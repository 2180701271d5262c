package io.milliwatt.irrigation.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.desk.HealthRound;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * The look over a fleet, in slices: {@code -Dmilliwatt.fleet=10000 -Dmilliwatt.rounds.share=0.25} for as many probes and an installation's rests, each with a
 * week of hourly readings and months of days, on farms of a hundred zones; a small fleet without rests otherwise. What it took is written to the log.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
class HealthFleetTest {

    private static final Logger LOG = Logger.getLogger(HealthFleetTest.class);
    private static final int PROBES = Integer.getInteger("milliwatt.fleet", 60);
    private static final int PART = 250;
    private static final int ZONES_OF_A_FARM = 100;
    private static final int FIRST_NODE = 500_000;
    private static final int MOST_SLICES = 6;
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);

    @Inject
    HealthRound round;

    @Inject
    SoilReadingTable readings;

    @Inject
    FarmDirectory directory;

    @Inject
    Jdbi jdbi;

    @Test
    void aFleetIsLookedAtInSlicesThatGoOnWhereTheyWere() throws InterruptedException {
        TestFarm farm = TestFarm.setUp();
        sow();
        directory.refresh();
        Instant now = Instant.now();
        List<Double> queries = new ArrayList<>();
        int waiting = PROBES;
        int slices = 0;
        Duration sliced = Duration.ZERO;
        while (slices < MOST_SLICES && waiting > 0) {
            long begun = System.nanoTime();
            Thread slice = Thread.ofPlatform().start(() -> round.pass(now));
            do {
                timed(farm, "/api/zones/fleet-7", queries);
                timed(farm, "/api/overview?site=outlying-0", queries);
            } while (!slice.join(BETWEEN_QUESTIONS));
            sliced = sliced.plusNanos(System.nanoTime() - begun);
            slices++;
            waiting = PROBES - judged();
        }
        int inSlices = judged();
        assertThat(inSlices).isPositive();
        long cpu = processor();
        long restBegun = System.nanoTime();
        round.all(now);
        Duration took = Duration.ofNanos(System.nanoTime() - restBegun);
        assertThat(judged()).isEqualTo(PROBES);
        assertThat(faulty()).isEqualTo(PROBES / 10);
        queries.sort(Double::compare);
        int rest = PROBES - inSlices;
        LOG.infof(
                "%d probes: %d in %d slices of %.1f s together, %d questions meanwhile p50 %.0f, p95 %.0f ms; the other %d in %.1f s"
                        + " without rests, %.1f ms a probe, of which %.1f ms of processor in the console",
                PROBES,
                inSlices,
                slices,
                sliced.toMillis() / 1000.0,
                queries.size(),
                queries.get(queries.size() / 2),
                queries.get(queries.size() * 95 / 100),
                rest,
                took.toMillis() / 1000.0,
                rest == 0 ? Double.NaN : (double) took.toMillis() / rest,
                rest == 0 ? Double.NaN : (processor() - cpu) / 1e6 / rest);
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void timed(TestFarm farm, String path, List<Double> queries) {
        long begun = System.nanoTime();
        farm.get(path).statusCode(200);
        queries.add((System.nanoTime() - begun) / 1e6);
    }

    private int judged() {
        return count("SELECT count(*) FROM probe_health WHERE probe_id LIKE 'fleet-%'");
    }

    private int faulty() {
        return count("SELECT count(*) FROM alarm WHERE rule = 'sensor-fault' AND source LIKE 'probe:fleet-%'");
    }

    private int count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    /** Every tenth probe has a sensor that has stood still for three weeks while the others move. */
    private void sow() {
        readings.prepare(IntStream.rangeClosed(0, 8)
                .mapToObj(day -> Instant.now().minus(Duration.ofDays(day)))
                .toList());
        String probes = " FROM generate_series(%1$d, %2$d) AS i";
        List<String> each = List.of(
                "INSERT INTO zone (id, field_id, soil_id, definition, changed_at) SELECT 'fleet-' || i, 'fleet-' || i / "
                        + ZONES_OF_A_FARM + ", 'loam', jsonb_build_object('fieldId', 'fleet-' || i / " + ZONES_OF_A_FARM
                        + ", 'name', 'Zone ' || i, 'areaHectares', 1, 'soilId', 'loam',"
                        + " 'cropId', 'cotton', 'plantedOn', (current_date - 75)::text, 'system', 'drip',"
                        + " 'flowCubicMetresPerHour', 30), now()" + probes,
                "INSERT INTO probe (id, zone_id, node, definition, changed_at) SELECT 'fleet-' || i, 'fleet-' || i, "
                        + FIRST_NODE
                        + " + i, jsonb_build_object('zoneId', 'fleet-' || i, 'name', 'Probe', 'nodeId', " + FIRST_NODE
                        + " + i, 'depthsMillimetres', jsonb_build_array(100, 300, 600), 'installedAt', '2026-01-01T00:00:00Z'),"
                        + " now()" + probes,
                "INSERT INTO soil_reading SELECT " + FIRST_NODE
                        + " + i, now() - h * interval '1 hour', 1, h, '{100,300,600}', " + contents("(h / 24.0)")
                        + "::bigint[], '{1800,1800,1800}', '{0,0,0}', 3100, NULL, NULL, NULL, NULL, false, false"
                        + probes
                        + ", generate_series(0, 167) AS h",
                "INSERT INTO soil_latest SELECT DISTINCT ON (node) node, at, boot, depths_millimetres, water_content_permille,"
                        + " temperature_centidegrees, flags, battery_millivolts FROM soil_reading WHERE node BETWEEN "
                        + FIRST_NODE
                        + " + %1$d AND " + FIRST_NODE + " + %2$d ORDER BY node, at DESC",
                "INSERT INTO sensor_day SELECT 'fleet-' || i, current_date - d, (SELECT array_agg((c / 1000.0)::double precision)"
                        + " FROM unnest(" + contents("d") + ") AS c), '{18,18,18}', 20, 0, 0" + probes
                        + ", generate_series(1, 150) AS d");
        // Named to come after "home", which so stays the farm that is shown when none is asked for.
        jdbi.useTransaction(handle -> {
            handle.execute(
                    "INSERT INTO site SELECT 'outlying-' || f, definition, now() FROM site, generate_series(0, ?) AS f WHERE id = 'home'",
                    PROBES / ZONES_OF_A_FARM);
            handle.execute(
                    "INSERT INTO field (id, site_id, definition, changed_at) SELECT 'fleet-' || f, 'outlying-' || f, definition"
                            + " || jsonb_build_object('siteId', 'outlying-' || f), now() FROM field, generate_series(0, ?) AS f"
                            + " WHERE id = 'north'",
                    PROBES / ZONES_OF_A_FARM);
        });
        // In parts that end before the connection's patience.
        for (int first = 0; first < PROBES; first += PART) {
            for (String sql : each) {
                String part = sql.formatted(first, Math.min(PROBES, first + PART) - 1);
                jdbi.useHandle(handle -> handle.execute(part));
            }
        }
        jdbi.useHandle(handle -> handle.execute("UPDATE farm_revision SET number = number + 1"));
    }

    private static String contents(String days) {
        return ("ARRAY[CASE WHEN i %% 10 = 0 AND $ < 22 THEN 230 ELSE 200 + round(80 * exp(-($::float8 - 9 * floor($::float8 / 9)) / 3.0)) END,"
                        + " 220 + round(50 * exp(-($::float8 - 9 * floor($::float8 / 9)) / 5.0)), 240 + round(30 * exp(-($::float8 - 9 * floor($::float8 / 9)) / 7.0))]")
                .replace("$", days);
    }
}
