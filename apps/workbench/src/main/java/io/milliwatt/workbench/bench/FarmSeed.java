package io.milliwatt.workbench.bench;

import io.milliwatt.workbench.SuiteException;
import io.milliwatt.workbench.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Farms of a hundred zones each, written straight into the irrigation console's tables: entering ten thousand zones one by one would measure the entering.
 * Each zone has its soil, a crop in the middle of its season, a probe of three depths on a node of its own, and each farm a season of weather.
 */
final class FarmSeed {
    static final int FIRST_NODE = 100_001;
    static final int ZONES_OF_A_FARM = 100;

    private static final List<String> STATEMENTS = List.of(
            "INSERT INTO site SELECT 'bench-' || f, jsonb_build_object('name', 'Farm ' || f, 'timeZone', 'UTC',"
                    + " 'latitudeDegrees', 38.5, 'longitudeDegrees', -6 + f * 0.02, 'elevationMetres', 200), now()"
                    + " FROM generate_series(0, ? - 1) AS f",
            "INSERT INTO field (id, site_id, definition, changed_at) SELECT 'bench-' || f, 'bench-' || f, jsonb_build_object('siteId',"
                    + " 'bench-' || f, 'name', 'Field ' || f, 'outline', jsonb_build_object('type', 'Polygon', 'coordinates',"
                    + " jsonb_build_array(jsonb_build_array(jsonb_build_array(-6 + f * 0.02, 38.5), jsonb_build_array(-5.99 + f * 0.02,"
                    + " 38.5), jsonb_build_array(-5.99 + f * 0.02, 38.51), jsonb_build_array(-6 + f * 0.02, 38.5))))), now()"
                    + " FROM generate_series(0, ? - 1) AS f",
            "INSERT INTO zone (id, field_id, soil_id, definition, changed_at) SELECT 'bench-' || f || '-' || z, 'bench-' || f, 'bench',"
                    + " jsonb_build_object('fieldId', 'bench-' || f, 'name', 'Zone ' || f || '-' || z, 'areaHectares', 1, 'soilId',"
                    + " 'bench', 'cropId', 'cotton', 'plantedOn', (current_date - 75)::text, 'system', 'drip',"
                    + " 'flowCubicMetresPerHour', 30), now() FROM generate_series(0, ? - 1) AS f, generate_series(0, 99) AS z",
            "INSERT INTO probe (id, zone_id, node, definition, changed_at) SELECT 'bench-' || f || '-' || z, 'bench-' || f || '-' || z,"
                    + " 100001 + f * 100 + z, jsonb_build_object('zoneId', 'bench-' || f || '-' || z, 'name', 'Probe', 'nodeId',"
                    + " 100001 + f * 100 + z, 'depthsMillimetres', jsonb_build_array(100, 300, 600), 'installedAt',"
                    + " '2026-01-01T00:00:00Z'), now() FROM generate_series(0, ? - 1) AS f, generate_series(0, 99) AS z",
            "INSERT INTO weather_day (site_id, day, minimum_celsius, maximum_celsius, wind_metres_per_second, rain_millimetres,"
                    + " reference_millimetres, missing, origin) SELECT 'bench-' || f, current_date - d, 14, 31, 2, 0, 5.5, '{}', 'bench'"
                    + " FROM generate_series(0, ? - 1) AS f, generate_series(1, 90) AS d");

    private FarmSeed() {}

    static String lastZone(int farms) {
        return "bench-" + (farms - 1) + "-" + (ZONES_OF_A_FARM - 1);
    }

    /** @param farms of a hundred zones each */
    static void sow(DatabaseSettings database, int farms) {
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), DatabaseSettings.ROLE, database.password())) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET search_path TO irrigation");
                statement.execute(
                        "INSERT INTO soil SELECT 'bench', jsonb_build_object('name', 'Loam', 'layers', jsonb_build_array("
                                + "jsonb_build_object('bottomMillimetres', 1500, 'fieldCapacity', 0.28, 'wiltingPoint', 0.14, 'saturation',"
                                + " 0.46))), now()");
            }
            for (String sql : STATEMENTS) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setInt(1, farms);
                    statement.executeUpdate();
                }
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("UPDATE farm_revision SET number = number + 1");
                statement.execute("ANALYZE");
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new SuiteException("The farms could not be written: " + failure.getMessage(), failure);
        }
    }
}
