package io.milliwatt.telemetry.encoding;

import static io.milliwatt.telemetry.encoding.Fields.UINT32;
import static io.milliwatt.telemetry.encoding.Fields.UINT63;

import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.SoilReading.AtDepth;
import io.milliwatt.telemetry.SoilReading.Forecast;
import io.milliwatt.telemetry.SoilReading.Need;
import io.milliwatt.telemetry.ValveState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The bodies of soil nodes from and to CBOR maps; the key numbers are those of frame.md. */
@SuppressWarnings("EnumOrdinal") // the contract numbers these enums in their order of declaration
final class SoilBodies {
    private static final int HORIZONS = 3;

    private SoilBodies() {}

    static SoilReading soilReading(Fields fields) throws FrameException {
        List<List<Long>> rows = fields.integerRows(0, "depth");
        List<Long> flags = fields.optionalIntegers(3, "quality flags of a depth");
        List<List<Long>> forecasts = fields.optionalIntegerRows(4, "forecast");
        if (rows.isEmpty()) {
            throw fields.invalid("there is no depth");
        }
        requireOneForEach(fields, rows, flags, "quality flags");
        requireOneForEach(fields, rows, forecasts, "forecasts");
        List<AtDepth> depths = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            List<Long> row = rows.get(at);
            if (row.isEmpty() || row.size() > 3 || row.getFirst() < 0) {
                throw fields.invalid("a depth is " + row + ", not [depth ≥ 0, water content, temperature]");
            }
            long flagsHere = flags.isEmpty() ? 0 : flags.get(at);
            if (flagsHere < 0) {
                throw fields.invalid("the quality flags of a depth are " + flagsHere + ", below 0");
            }
            depths.add(new AtDepth(
                    row.getFirst(),
                    item(row, 1),
                    item(row, 2),
                    flagsHere,
                    forecasts.isEmpty() ? Optional.empty() : forecast(fields, forecasts.get(at))));
        }
        OptionalLong need = fields.optionalUnsigned(9, "need", Need.values().length - 1);
        return new SoilReading(
                depths,
                fields.optionalUnsigned(1, "battery", UINT63),
                fields.optionalUnsigned(2, "quality flags", UINT63),
                fields.optionalUnsigned(5, "days to refill", UINT63),
                fields.optionalUnsigned(6, "rain", UINT63),
                fields.optionalSigned(7, "air temperature"),
                fields.optionalUnsigned(8, "flow", UINT63),
                need.isPresent() ? Optional.of(Need.values()[(int) need.getAsLong()]) : Optional.empty(),
                fields.optionalUnsigned(10, "reasons", UINT63).orElse(0));
    }

    private static void requireOneForEach(Fields fields, List<?> rows, List<?> given, String name)
            throws FrameException {
        if (!given.isEmpty() && given.size() != rows.size()) {
            throw fields.invalid("there are " + given.size() + " " + name + " for " + rows.size() + " depths");
        }
    }

    private static OptionalLong item(List<Long> row, int at) {
        return row.size() > at ? OptionalLong.of(row.get(at)) : OptionalLong.empty();
    }

    private static Optional<Forecast> forecast(Fields fields, List<Long> row) throws FrameException {
        if (row.isEmpty()) {
            return Optional.empty();
        }
        if (row.size() != HORIZONS) {
            throw fields.invalid("a forecast is " + row + ", not the changes in 1, 3 and 7 days, or nothing");
        }
        return Optional.of(new Forecast(row.get(0), row.get(1), row.get(2)));
    }

    static ValveState valveState(Fields fields) throws FrameException {
        long valve = fields.unsigned(0, "valve", ValveState.VALVES);
        if (valve == 0) {
            throw fields.invalid("valve is 0, outside 1…" + ValveState.VALVES);
        }
        return new ValveState(
                (int) valve,
                fields.unsigned(1, "open", 1) == 1,
                fields.enumerated(2, "cause", ValveState.Cause.values()),
                fields.unsigned(3, "command sequence", UINT32),
                fields.unsigned(4, "seconds open", UINT32),
                fields.unsigned(5, "litres", UINT32),
                fields.unsigned(6, "seconds until closed", UINT32));
    }

    /** What is the same for every depth, and says nothing, is left out. */
    static void write(MapWriter map, SoilReading body) {
        map.rows(0, body.depths().stream().map(SoilBodies::row).toList())
                .integer(1, body.batteryMillivolts())
                .integer(2, body.qualityFlags());
        if (body.depths().stream().anyMatch(depth -> depth.qualityFlags() != 0)) {
            map.integers(3, body.depths().stream().map(AtDepth::qualityFlags).toList());
        }
        if (body.depths().stream().anyMatch(depth -> depth.forecast().isPresent())) {
            map.rows(
                    4,
                    body.depths().stream()
                            .map(depth -> depth.forecast()
                                    .map(each -> new long[] {each.inOneDay(), each.inThreeDays(), each.inSevenDays()})
                                    .orElse(new long[0]))
                            .toList());
        }
        map.integer(5, body.daysToRefillTenths())
                .integer(6, body.rainTenthsMillimetre())
                .integer(7, body.airTemperatureCentidegrees())
                .integer(8, body.flowLitres());
        body.need().ifPresent(need -> map.integer(9, need.ordinal()));
        if (body.reasons() != 0) {
            map.integer(10, body.reasons());
        }
    }

    private static long[] row(AtDepth depth) {
        if (depth.waterContentPermille().isEmpty()) {
            return new long[] {depth.depthMillimetres()};
        }
        long waterContent = depth.waterContentPermille().getAsLong();
        return depth.temperatureCentidegrees().isEmpty()
                ? new long[] {depth.depthMillimetres(), waterContent}
                : new long[] {
                    depth.depthMillimetres(),
                    waterContent,
                    depth.temperatureCentidegrees().getAsLong()
                };
    }

    static void write(MapWriter map, ValveState body) {
        map.integer(0, body.valve())
                .integer(1, body.open() ? 1 : 0)
                .integer(2, body.cause().ordinal())
                .integer(3, body.commandSequence())
                .integer(4, body.secondsOpen())
                .integer(5, body.litres())
                .integer(6, body.secondsLimit());
    }
}
