package io.milliwatt.irrigation.probe;

import static io.milliwatt.irrigation.TestFarm.PROBE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.irrigation.reason.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ProbeHealthTest {
    private static final Instant NOW = Instant.parse("2026-06-12T12:00:00Z");
    private static final DoubleUnaryOperator DRYING = day -> 26 - 0.8 * day;
    private static final OptionalInt FULL = OptionalInt.of(3100);

    @Test
    void aDryingSoilIsAHealthyProbe() {
        ProbeHealth health = HealthCheck.of(PROBE, readings(DRYING, DRYING, DRYING), FULL, NOW);
        assertThat(health.verdict()).isEqualTo(Verdict.OK);
        assertThat(health.grade()).isEqualTo(ProbeHealth.Grade.GOOD);
    }

    @Test
    void standingStillIsFlatOnlyWhereTheNeighboursMove() {
        ProbeHealth flat = HealthCheck.of(PROBE, readings(DRYING, day -> 22, DRYING), FULL, NOW);
        assertThat(flat.sensors().get(1).verdict()).isEqualTo(Verdict.FLAT);
        assertThat(flat.sensors().get(1).reason().sentence()).startsWith("The sensor at 40 cm has not moved for 16");
        assertThat(flat.grade()).isEqualTo(ProbeHealth.Grade.WATCH);
        ProbeHealth quiet = HealthCheck.of(PROBE, readings(day -> 22, day -> 22, day -> 22), FULL, NOW);
        assertThat(quiet.verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void oneMissingSensorIsDeadAndAllMissingIsTheNode() {
        List<DepthReading> readings = new ArrayList<>(readings(DRYING, DRYING, DRYING));
        readings.removeIf(reading -> reading.channel() == 2 && reading.at().isAfter(NOW.minus(Duration.ofHours(20))));
        ProbeHealth dead = HealthCheck.of(PROBE, readings, FULL, NOW);
        assertThat(dead.sensors().get(2).verdict()).isEqualTo(Verdict.DEAD);
        assertThat(dead.sensors().get(0).verdict()).isEqualTo(Verdict.OK);
        ProbeHealth silent = HealthCheck.of(PROBE, readings, FULL, NOW.plus(Duration.ofHours(30)));
        assertThat(silent.verdict()).isEqualTo(Verdict.SILENT);
        assertThat(silent.reasons().getFirst().sentence()).contains("30 hours");
    }

    @Test
    void frozenGroundDriftAndImpossibleValuesAreToldApart() {
        List<DepthReading> frozen = with(0, readings(DRYING, DRYING, DRYING), Set.of(), -1.5, 0);
        assertThat(HealthCheck.of(PROBE, frozen, FULL, NOW).sensors().getFirst().verdict())
                .isEqualTo(Verdict.FROZEN);
        List<DepthReading> drift =
                with(1, readings(DRYING, day -> 26 - 0.8 * day + day, DRYING), Set.of(ReadingFlag.DRIFT), 15, 0);
        SensorHealth drifting =
                HealthCheck.of(PROBE, drift, FULL, NOW).sensors().get(1);
        assertThat(drifting.verdict()).isEqualTo(Verdict.DRIFTING);
        assertThat(drifting.reason().numbers().get("percentPerMonth")).isCloseTo(30, within(3.0));
        List<DepthReading> wrong = with(0, readings(DRYING, DRYING, DRYING), Set.of(), 15, -40);
        assertThat(HealthCheck.of(PROBE, wrong, FULL, NOW).sensors().getFirst().verdict())
                .isEqualTo(Verdict.OUT_OF_RANGE);
    }

    @Test
    void theLastReadingOfAQuietNodeHoldsForADayAndNotLonger() {
        List<DepthReading> once = List.of(new DepthReading(NOW, 0, 24, OptionalDouble.empty(), Set.of()));
        ProbeDigest evening = ProbeDigest.of(PROBE, once, NOW.plus(Duration.ofHours(20)));
        assertThat(evening.sensors()).hasSize(1);
        ProbeDigest late = ProbeDigest.of(PROBE, once, NOW.plus(Duration.ofHours(27)));
        assertThat(late.sensors()).isEmpty();
        assertThat(late.silence()).contains(Duration.ofHours(27));
    }

    @Test
    void aLowBatteryWantsLookingAt() {
        ProbeHealth health = HealthCheck.of(PROBE, readings(DRYING, DRYING, DRYING), OptionalInt.of(2499), NOW);
        assertThat(health.verdict()).isEqualTo(Verdict.BATTERY_LOW);
        assertThat(health.grade()).isEqualTo(ProbeHealth.Grade.WATCH);
        assertThat(health.reasons())
                .extracting(Reason::sentence)
                .containsExactly("The battery is at 2499 mV; change it before readings fall with it.");
        // The least that a low-voltage probe is specified for is not yet low.
        ProbeHealth enough = HealthCheck.of(PROBE, readings(DRYING, DRYING, DRYING), OptionalInt.of(2500), NOW);
        assertThat(enough.verdict()).isEqualTo(Verdict.OK);
        assertThat(enough.reasons()).isEmpty();
    }

    @Test
    void aProbeThatWasMovedShowsItInItsTemperature() {
        Instant moved = NOW.minus(Duration.ofDays(4));
        MovedProbe found = MovedProbe.at(PROBE, swinging(moved, 20, 6), moved).orElseThrow();
        assertThat(found.shiftCentimetres()).isCloseTo(20, within(2.0));
        assertThat(MovedProbe.at(PROBE, swinging(moved, 0, 6), moved)).isEmpty();
        assertThat(MovedProbe.at(PROBE, swinging(moved, 20, 0), moved)).isEmpty();
    }

    /** Readings of a week every half hour, moisture in per cent by the day. */
    private static List<DepthReading> readings(DoubleUnaryOperator... courses) {
        List<DepthReading> readings = new ArrayList<>();
        for (int i = 0; i <= 2 * 24 * 7; i++) {
            for (int channel = 0; channel < courses.length; channel++) {
                readings.add(new DepthReading(
                        NOW.minus(Duration.ofMinutes(30L * (2 * 24 * 7 - i))),
                        channel,
                        courses[channel].applyAsDouble(i / 48.0),
                        OptionalDouble.of(15),
                        Set.of()));
            }
        }
        return readings;
    }

    private static List<DepthReading> with(
            int channel, List<DepthReading> readings, Set<ReadingFlag> flags, double celsius, double offset) {
        return readings.stream()
                .map(reading -> reading.channel() != channel
                        ? reading
                        : new DepthReading(
                                reading.at(),
                                channel,
                                reading.waterContentPercent() + offset,
                                OptionalDouble.of(celsius),
                                flags))
                .toList();
    }

    /** A daily wave that dies away with depth; from a moment on every sensor lies deeper, in soil of another moisture. */
    private static List<DepthReading> swinging(Instant from, double deeper, double wetter) {
        List<DepthReading> readings = new ArrayList<>();
        for (int i = 0; i < 24 * 8; i++) {
            Instant at = NOW.minus(Duration.ofHours(24 * 8 - i));
            boolean after = !at.isBefore(from);
            for (ProbeDepth depth :
                    List.of(PROBE.depths().get(0), PROBE.depths().get(1))) {
                double centimetres = depth.depthCentimetres() + (after ? deeper : 0);
                double swing = 60 * Math.exp(-centimetres / 11);
                readings.add(new DepthReading(
                        at,
                        depth.channel(),
                        20 + (after ? wetter : 0),
                        OptionalDouble.of(18 + swing * Math.sin(2 * Math.PI * i / 24)),
                        Set.of()));
            }
        }
        return readings;
    }
}
