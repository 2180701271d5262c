package io.milliwatt.workbench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milliwatt.firmware.Reception;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.encoding.CompactReading;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import io.milliwatt.workbench.database.DatabaseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of a soil node's word and back: firmware, MQTT, gateway, Kafka, irrigation console, database; and the lines of its zone from the console
 * to the node and its confirmation.
 */
class SoilJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CHANGES = 12;
    /** A reading is told when the water has changed by as much, 0.01 %. */
    private static final int WORTH_TELLING = 110;

    private static final Instant AWAKE = Instant.now().minus(Duration.ofMinutes(20));

    @TempDir
    private Path folder;

    @Test
    void everyReadingIsStoredValueByValueAndTheLinesOfTheZoneAreToldAndConfirmed() throws Exception {
        Installation installation = Installation.find();
        assumeThat(installation.isBuilt())
                .as("gateway and irrigation app are packaged; mvn verify of the whole reactor does it")
                .isTrue();
        Path fleet = Files.write(folder.resolve("fleet.json"), oneZone());
        try (Suite suite =
                Suite.prepare(new SuiteOptions(installation, folder.resolve("data"), 0, Optional.of(fleet)))) {
            suite.startWithoutNodes(Set.of(Programs.IRRIGATION));
            Farm.Zone zone = suite.fleet().zones().getFirst();
            List<Integer> depths = zone.soil().depthsMillimetres();
            NodeCredentials.Account account =
                    NodeCredentials.in(suite.data()).all().getFirst();
            try (RadioedSoilNode node =
                    new RadioedSoilNode(account, suite.ports().mqtt(), depths, AWAKE)) {
                follow(suite, zone, node);
            }
        }
    }

    private void follow(Suite suite, Farm.Zone zone, RadioedSoilNode node) throws Exception {
        short[] soil = {2_140, 1_980, 1_730};
        short[] water = {2_750, 2_610, 2_430};
        List<List<Long>> felt = new ArrayList<>();
        node.feel(AWAKE, water, soil, 1_860, 12);
        felt.add(permille(water));
        for (int change = 0; change < CHANGES; change++) {
            water[change % water.length] -= WORTH_TELLING;
            node.feel(AWAKE.plus(Duration.ofMinutes(1L + change)), water, soil, 1_860, 0);
            felt.add(permille(water));
        }
        RestClient farm = suite.farmSession();
        String probe = "/api/probes/" + zone.id() + "-probe";
        assertThat(farm.get(probe).path("briefing").path("lines").hasNonNull("confirmedAt"))
                .isFalse();
        // Nothing changes any more, so the node has nothing to say until it is told its lines.
        await().atMost(PATIENCE).until(() -> {
            node.listen();
            node.feel(Instant.now(), water, soil, 1_860, 0);
            return farm.get(probe).path("briefing").path("lines").hasNonNull("confirmedAt");
        });
        felt.add(permille(water));
        assertThat(node.receptions()).isNotEmpty().containsOnly(Reception.ACCEPTED);

        Map<FrameIdentity, Stored> expected = new LinkedHashMap<>();
        for (Map.Entry<FrameIdentity, byte[]> frame : node.sent().entrySet()) {
            reading(frame.getValue(), zone).ifPresent(reading -> expected.put(frame.getKey(), Stored.of(reading)));
        }
        await().atMost(PATIENCE)
                .until(() -> stored(suite.database(), zone.nodeId()).size() >= expected.size());
        assertThat(stored(suite.database(), zone.nodeId())).isEqualTo(expected);
        assertThat(expected.values()).extracting(Stored::waterPermille).isEqualTo(felt);
        assertThat(node.sent().values().stream().filter(bytes -> bytes.length == CompactReading.BYTES))
                .as("readings in 11 bytes")
                .hasSize(CHANGES);
        SoilReading last =
                reading(List.copyOf(node.sent().values()).getLast(), zone).orElseThrow();
        assertThat(last.isToldFor(SoilReading.LINES_SET)).isTrue();
    }

    /** The demo's first zone alone. */
    private static byte[] oneZone() throws Exception {
        ObjectMapper json = new ObjectMapper();
        ObjectNode fleet = (ObjectNode) json.readTree(Fleet.demoFile());
        fleet.remove("patients");
        fleet.putArray("machines");
        JsonNode zone = fleet.path("zones").get(0);
        fleet.putArray("zones").add(zone);
        return json.writeValueAsBytes(fleet);
    }

    private static List<Long> permille(short[] hundredths) {
        List<Long> permille = new ArrayList<>();
        for (short value : hundredths) {
            permille.add((long) value / 10);
        }
        return permille;
    }

    private static Optional<SoilReading> reading(byte[] frame, Farm.Zone zone) throws FrameException {
        Optional<CompactReading> compact = CompactReading.of(frame);
        if (compact.isPresent()) {
            return Optional.of(compact.get()
                    .at(zone.soil().depthsMillimetres().stream()
                            .map(Long::valueOf)
                            .toList()));
        }
        return new FrameCodec().decode(frame).body() instanceof SoilReading reading
                ? Optional.of(reading)
                : Optional.empty();
    }

    /** A row of the irrigation console's readings, empty lists of temperatures where none are told. */
    private record Stored(
            List<Long> depthsMillimetres,
            List<Long> waterPermille,
            List<Long> soilCentidegrees,
            List<Long> flags,
            OptionalLong batteryMillivolts,
            OptionalLong rainTenths,
            OptionalLong airCentidegrees,
            OptionalLong daysToRefillTenths) {
        static Stored of(SoilReading reading) {
            return new Stored(
                    reading.depths().stream()
                            .map(SoilReading.AtDepth::depthMillimetres)
                            .toList(),
                    reading.depths().stream()
                            .map(depth -> depth.waterContentPermille().orElseThrow())
                            .toList(),
                    reading.depths().stream()
                            .flatMap(depth ->
                                    depth.temperatureCentidegrees().stream().boxed())
                            .toList(),
                    reading.depths().stream()
                            .map(SoilReading.AtDepth::qualityFlags)
                            .toList(),
                    reading.batteryMillivolts(),
                    reading.rainTenthsMillimetre(),
                    reading.airTemperatureCentidegrees(),
                    reading.daysToRefillTenths());
        }
    }

    private static Map<FrameIdentity, Stored> stored(DatabaseSettings database, long node) throws SQLException {
        Map<FrameIdentity, Stored> stored = new LinkedHashMap<>();
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), DatabaseSettings.ROLE, database.password());
                PreparedStatement query = connection.prepareStatement(
                        "SELECT * FROM irrigation.soil_reading WHERE node = ? ORDER BY boot, sequence")) {
            query.setLong(1, node);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    stored.put(
                            new FrameIdentity(node, row.getLong("boot"), row.getLong("sequence")),
                            new Stored(
                                    list(row.getArray("depths_millimetres")),
                                    list(row.getArray("water_content_permille")),
                                    list(row.getArray("temperature_centidegrees")),
                                    list(row.getArray("flags")),
                                    number(row, "battery_millivolts"),
                                    number(row, "rain_tenths_millimetre"),
                                    number(row, "air_centidegrees"),
                                    number(row, "days_to_refill_tenths")));
                }
            }
        }
        return stored;
    }

    private static List<Long> list(Array array) throws SQLException {
        return Arrays.stream((Long[]) array.getArray())
                .filter(value -> value != null)
                .toList();
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
