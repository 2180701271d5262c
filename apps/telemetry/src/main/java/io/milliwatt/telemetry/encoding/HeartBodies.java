package io.milliwatt.telemetry.encoding;

import static io.milliwatt.telemetry.encoding.Fields.UINT32;
import static io.milliwatt.telemetry.encoding.Fields.UINT63;

import io.milliwatt.telemetry.BeatClass;
import io.milliwatt.telemetry.Beats;
import io.milliwatt.telemetry.PatientTold;
import io.milliwatt.telemetry.SensorVitals;
import io.milliwatt.telemetry.SensorVitals.Consciousness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The bodies of heart monitoring from and to CBOR maps; the key numbers are those of frame.md. */
final class HeartBodies {
    private static final int NUMBERS_PER_BEAT = 4;
    private static final int UINT8 = 0xFF;

    private HeartBodies() {}

    static Beats beats(Fields fields) throws FrameException {
        List<Long> numbers = fields.integers(1, "number of a beat");
        if (numbers.isEmpty() || numbers.size() % NUMBERS_PER_BEAT != 0) {
            throw fields.invalid("there are " + numbers.size() + " numbers, not four for each of one or more beats");
        }
        List<Beats.Beat> beats = new ArrayList<>(numbers.size() / NUMBERS_PER_BEAT);
        for (int at = 0; at < numbers.size(); at += NUMBERS_PER_BEAT) {
            beats.add(beat(fields, numbers.subList(at, at + NUMBERS_PER_BEAT)));
        }
        return new Beats(
                Instant.ofEpochMilli(fields.unsigned(0, "start time", UINT63)),
                beats,
                fields.unsigned(2, "model version", UINT63));
    }

    private static Beats.Beat beat(Fields fields, List<Long> numbers) throws FrameException {
        return new Beats.Beat(
                within(fields, numbers.get(0), UINT32, "interval"),
                BeatClass.fromNumber(numbers.get(1))
                        .orElseThrow(() -> fields.invalid("a class is " + numbers.get(1) + ", outside 1…5")),
                (int) within(fields, numbers.get(2), UINT8, "confidence"),
                (int) within(fields, numbers.get(3), UINT8, "flags"));
    }

    private static long within(Fields fields, long value, long max, String name) throws FrameException {
        if (value < 0 || value > max) {
            throw fields.invalid("a beat's " + name + " is " + value + ", outside 0…" + max);
        }
        return value;
    }

    static SensorVitals sensorVitals(Fields fields) throws FrameException {
        OptionalLong consciousness = fields.optionalUnsigned(5, "consciousness", Consciousness.UNRESPONSIVE.number());
        OptionalLong oxygen = fields.optionalUnsigned(7, "supplemental oxygen", 1);
        return new SensorVitals(
                Instant.ofEpochMilli(fields.unsigned(0, "time", UINT63)),
                fields.optionalUnsigned(1, "oxygen saturation", SensorVitals.MAX_OXYGEN_SATURATION_PERMILLE),
                fields.optionalSigned(2, "temperature"),
                fields.optionalUnsigned(3, "systolic pressure", SensorVitals.MAX_UINT16),
                fields.optionalUnsigned(4, "diastolic pressure", SensorVitals.MAX_UINT16),
                consciousness.isPresent() ? Consciousness.fromNumber(consciousness.getAsLong()) : Optional.empty(),
                fields.optionalUnsigned(6, "respiration rate", SensorVitals.MAX_UINT16),
                oxygen.isPresent() ? Optional.of(oxygen.getAsLong() == 1) : Optional.empty());
    }

    /** Key 11 of a status. */
    static Optional<PatientTold> patientTold(Fields fields) throws FrameException {
        Optional<List<Long>> numbers = fields.integersIfPresent(11, "number of the patient");
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        List<Long> told = numbers.get();
        boolean holds = told.size() == 2 && told.get(0) >= 1 && told.get(0) <= UINT32 && (told.get(1) | 1) == 1;
        if (!holds) {
            throw fields.invalid("the patient is " + told + ", not a stay of 1…4294967295 and 0 or 1");
        }
        return Optional.of(new PatientTold(told.get(0), told.get(1) == 1));
    }

    static void write(MapWriter map, PatientTold told) {
        map.integers(11, List.of(told.stay(), told.hasPacemaker() ? 1L : 0L));
    }

    static void write(MapWriter map, Beats body) {
        List<Long> numbers = new ArrayList<>(body.beats().size() * NUMBERS_PER_BEAT);
        for (Beats.Beat beat : body.beats()) {
            numbers.add(beat.intervalMillis());
            numbers.add((long) beat.beatClass().number());
            numbers.add((long) beat.confidence());
            numbers.add((long) beat.flags());
        }
        map.integer(0, body.start().toEpochMilli()).integers(1, numbers).integer(2, body.modelVersion());
    }

    static void write(MapWriter map, SensorVitals body) {
        map.integer(0, body.time().toEpochMilli())
                .integer(1, body.oxygenSaturationPermille())
                .integer(2, body.temperatureCentidegrees())
                .integer(3, body.systolicMillimetresOfMercury())
                .integer(4, body.diastolicMillimetresOfMercury());
        body.consciousness().ifPresent(value -> map.integer(5, value.number()));
        map.integer(6, body.respirationRateTenthsPerMinute());
        body.supplementalOxygen().ifPresent(given -> map.integer(7, given ? 1 : 0));
    }
}
