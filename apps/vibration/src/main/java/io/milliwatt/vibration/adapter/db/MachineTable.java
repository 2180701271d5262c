package io.milliwatt.vibration.adapter.db;

import io.milliwatt.dsp.vibration.BearingGeometry;
import io.milliwatt.dsp.vibration.SeverityLimits;
import io.milliwatt.vibration.machine.Machine;
import io.milliwatt.vibration.machine.MountedBearing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;

/** The machines. Only {@link MachineDirectory} asks it, which remembers the answers. */
@ApplicationScoped
class MachineTable {

    private final Jdbi jdbi;
    private final Clock clock;

    MachineTable(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** A machine and when it was last changed here. */
    record Row(Machine machine, Instant changedAt) {}

    List<Row> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM machine ORDER BY id")
                .map((row, context) ->
                        new Row(read(row), row.getTimestamp("changed_at").toInstant()))
                .list());
    }

    /** The machine that already has this node and is another one. */
    Optional<String> otherWithNode(String id, long node) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM machine WHERE node = :node AND id <> :id")
                .bind("node", node)
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
    }

    void put(Machine machine) {
        BearingGeometry geometry = machine.bearing().geometry();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO machine (id, name, area, node, bearing_name, rolling_elements,"
                                + " element_diameter_millimetres, pitch_diameter_millimetres, contact_angle_degrees,"
                                + " nominal_speed_rpm, iso_group, support, changed_at) VALUES (:id, :name, :area, :node,"
                                + " :bearing, :elements, :element, :pitch, :angle, :speed, :group, :support, :now)"
                                + " ON CONFLICT (id) DO UPDATE SET name = excluded.name, area = excluded.area,"
                                + " node = excluded.node, bearing_name = excluded.bearing_name,"
                                + " rolling_elements = excluded.rolling_elements,"
                                + " element_diameter_millimetres = excluded.element_diameter_millimetres,"
                                + " pitch_diameter_millimetres = excluded.pitch_diameter_millimetres,"
                                + " contact_angle_degrees = excluded.contact_angle_degrees,"
                                + " nominal_speed_rpm = excluded.nominal_speed_rpm, iso_group = excluded.iso_group,"
                                + " support = excluded.support, changed_at = excluded.changed_at")
                .bind("id", machine.id())
                .bind("name", machine.name())
                .bind("area", machine.area())
                .bind("node", machine.nodeNumber().orElse(null))
                .bind("bearing", machine.bearing().name())
                .bind("elements", geometry.rollingElements())
                .bind("element", geometry.elementDiameterMillimetres())
                .bind("pitch", geometry.pitchDiameterMillimetres())
                .bind("angle", geometry.contactAngleDegrees())
                .bind("speed", machine.nominalSpeedRpm())
                .bind("group", machine.limits().group())
                .bind("support", machine.limits().support())
                .bind("now", clock.instant())
                .execute());
    }

    private static Machine read(ResultSet row) throws SQLException {
        long node = row.getLong("node");
        OptionalLong assigned = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(node);
        BearingGeometry geometry = new BearingGeometry(
                row.getInt("rolling_elements"),
                row.getDouble("element_diameter_millimetres"),
                row.getDouble("pitch_diameter_millimetres"),
                row.getDouble("contact_angle_degrees"));
        return new Machine(
                row.getString("id"),
                row.getString("name"),
                row.getString("area"),
                assigned,
                new MountedBearing(row.getString("bearing_name"), geometry),
                row.getDouble("nominal_speed_rpm"),
                SeverityLimits.of(row.getString("iso_group"), row.getString("support")));
    }
}
