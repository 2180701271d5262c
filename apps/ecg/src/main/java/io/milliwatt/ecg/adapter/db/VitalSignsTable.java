package io.milliwatt.ecg.adapter.db;

import io.milliwatt.ecg.patient.Recording;
import io.milliwatt.ecg.vitals.VitalSigns;
import io.milliwatt.platform.storage.CopyRows;
import io.milliwatt.platform.storage.TimePartitions;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.SensorVitals;
import io.milliwatt.telemetry.SensorVitals.Consciousness;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What further sensors measured. */
@ApplicationScoped
public class VitalSignsTable {

    static final String NAME = "vital_signs";
    /** A value that is older says nothing about the patient of now: NEWS2 is to be taken hourly from 5 points on (RCP 2017). */
    public static final Duration VALID = Duration.ofHours(1);

    private static final String COLUMNS = "node, at, boot, sequence, oxygen_saturation_permille,"
            + " temperature_centidegrees, systolic_millimetres_of_mercury, diastolic_millimetres_of_mercury,"
            + " consciousness, respiration_rate_tenths, supplemental_oxygen, late";
    private static final double TENTHS = 10;
    private static final double HUNDREDTHS = 100;

    private final Jdbi jdbi;
    private final TimePartitions partitions;

    VitalSignsTable(Jdbi jdbi, TimePartitions partitions) {
        this.jdbi = jdbi;
        this.partitions = partitions;
    }

    /** One frame of measurements. */
    public record Row(FrameIdentity identity, Instant at, boolean late, SensorVitals body) {

        /** In the units of {@link VitalSigns}. */
        public VitalSigns signs() {
            return new VitalSigns(
                    at,
                    scaled(body.oxygenSaturationPermille(), TENTHS),
                    scaled(body.temperatureCentidegrees(), HUNDREDTHS),
                    scaled(body.systolicMillimetresOfMercury(), 1),
                    scaled(body.diastolicMillimetresOfMercury(), 1),
                    body.consciousness(),
                    scaled(body.respirationRateTenthsPerMinute(), TENTHS),
                    body.supplementalOxygen());
        }
    }

    public void prepare(List<Instant> times) {
        partitions.ensure(NAME, times);
    }

    public void add(Handle handle, List<Row> rows) {
        CopyRows copy = new CopyRows(rows.size());
        for (Row row : rows) {
            SensorVitals body = row.body();
            copy.add(row.identity().node()).add(row.at()).add(row.identity().boot());
            copy.add(row.identity().sequence()).add(body.oxygenSaturationPermille());
            copy.add(body.temperatureCentidegrees()).add(body.systolicMillimetresOfMercury());
            copy.add(body.diastolicMillimetresOfMercury());
            copy.add(number(body.consciousness().map(Consciousness::number)));
            copy.add(body.respirationRateTenthsPerMinute());
            copy.add(number(body.supplementalOxygen().map(given -> given ? 1 : 0)));
            copy.add(row.late()).endRow();
        }
        copy.into(handle, NAME, COLUMNS);
    }

    /**
     * The newest value of each kind that nodes told within {@link #VALID} before a time.
     *
     * @param recordings what came of a node before its recording is another patient's
     */
    public Map<Long, VitalSigns> newest(Handle handle, Collection<Recording> recordings, Instant now) {
        Map<Long, VitalSigns> newest = new HashMap<>();
        handle.createQuery("SELECT v.* FROM vital_signs v JOIN unnest(:nodes, :begins) AS r(node, begin_millis)"
                        + " ON v.node = r.node AND v.at >= 'epoch'::timestamptz + r.begin_millis * interval '1 millisecond'"
                        + " WHERE v.at > :since AND v.at <= :now ORDER BY v.at DESC")
                .bind("nodes", recordings.stream().mapToLong(Recording::node).toArray())
                .bind(
                        "begins",
                        recordings.stream()
                                .mapToLong(part -> part.from().toEpochMilli())
                                .toArray())
                .bind("since", now.minus(VALID))
                .bind("now", now)
                .map((row, context) -> Map.entry(row.getLong("node"), read(row)))
                .forEach(entry -> newest.merge(entry.getKey(), entry.getValue(), VitalSigns::over));
        return newest;
    }

    public Map<Long, VitalSigns> newest(Collection<Recording> recordings, Instant now) {
        return recordings.isEmpty() ? Map.of() : jdbi.withHandle(handle -> newest(handle, recordings, now));
    }

    /** The measurements in a recording, in order of time. */
    public List<VitalSigns> of(Recording recording) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM vital_signs WHERE node = :node AND at >= :from AND at < :to ORDER BY at")
                .bind("node", recording.node())
                .bind("from", recording.from())
                .bind("to", recording.to())
                .map((row, context) -> read(row))
                .list());
    }

    private static VitalSigns read(ResultSet row) throws SQLException {
        OptionalLong consciousness = optional(row, "consciousness");
        OptionalLong oxygen = optional(row, "supplemental_oxygen");
        return new VitalSigns(
                row.getTimestamp("at").toInstant(),
                scaled(optional(row, "oxygen_saturation_permille"), TENTHS),
                scaled(optional(row, "temperature_centidegrees"), HUNDREDTHS),
                scaled(optional(row, "systolic_millimetres_of_mercury"), 1),
                scaled(optional(row, "diastolic_millimetres_of_mercury"), 1),
                consciousness.isPresent() ? Consciousness.fromNumber(consciousness.getAsLong()) : Optional.empty(),
                scaled(optional(row, "respiration_rate_tenths"), TENTHS),
                oxygen.isPresent() ? Optional.of(oxygen.getAsLong() == 1) : Optional.empty());
    }

    private static OptionalDouble scaled(OptionalLong value, double divisor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsLong() / divisor) : OptionalDouble.empty();
    }

    private static OptionalLong number(Optional<Integer> value) {
        return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
    }

    private static OptionalLong optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
