package io.milliwatt.telemetry.encoding;

import static io.milliwatt.telemetry.encoding.Fields.UINT32;
import static io.milliwatt.telemetry.encoding.Fields.UINT63;

import com.fasterxml.jackson.core.JsonParser;
import io.milliwatt.telemetry.Acknowledgement;
import io.milliwatt.telemetry.Beats;
import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.LearningUpdate;
import io.milliwatt.telemetry.Ledger;
import io.milliwatt.telemetry.MissingFragments;
import io.milliwatt.telemetry.ModelOffer;
import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.SensorVitals;
import io.milliwatt.telemetry.SoilReading;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.UpdateState;
import io.milliwatt.telemetry.ValveState;
import io.milliwatt.telemetry.WaveformBlock;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bodies from CBOR maps; the key numbers are those of frame.md. */
final class BodyReader {
    private BodyReader() {}

    /** Empty for a kind that this contract does not know; the parser then still stands at the body's start. */
    static Optional<FrameBody> read(long kind, JsonParser parser) throws IOException, FrameException {
        return Optional.ofNullable(
                switch ((int) Math.min(kind, Integer.MAX_VALUE)) {
                    case (int) Status.KIND -> status(Fields.read(parser, "status"));
                    case (int) Features.KIND -> features(Fields.read(parser, "features"));
                    case (int) Event.KIND -> event(Fields.read(parser, "event"));
                    case (int) WaveformBlock.KIND -> waveformBlock(Fields.read(parser, "waveform block"));
                    case (int) SoilReading.KIND -> SoilBodies.soilReading(Fields.read(parser, "soil reading"));
                    case (int) UpdateState.KIND -> updateState(Fields.read(parser, "update state"));
                    case (int) LearningUpdate.KIND -> learningUpdate(Fields.read(parser, "learning update"));
                    case (int) Acknowledgement.KIND -> acknowledgement(Fields.read(parser, "acknowledgement"));
                    case (int) Command.KIND -> command(Fields.read(parser, "command"));
                    case (int) ModelOffer.KIND -> modelOffer(Fields.read(parser, "model offer"));
                    case (int) MissingFragments.KIND -> missingFragments(Fields.read(parser, "missing fragments"));
                    case (int) Beats.KIND -> HeartBodies.beats(Fields.read(parser, "beats"));
                    case (int) SensorVitals.KIND -> HeartBodies.sensorVitals(Fields.read(parser, "sensor vitals"));
                    case (int) ValveState.KIND -> SoilBodies.valveState(Fields.read(parser, "valve state"));
                    default -> null;
                });
    }

    private static Status status(Fields fields) throws FrameException {
        long domain = fields.unsigned(0, "domain", UINT63);
        Optional<Octets> digest = fields.optionalBytes(8, "bundle digest");
        if (digest.isPresent() && digest.get().size() != Status.BUNDLE_DIGEST_BYTES) {
            throw fields.invalid("bundle digest has " + digest.get().size() + " bytes instead of 8");
        }
        return new Status(
                Domain.fromNumber(domain).orElseThrow(() -> fields.invalid("domain is " + domain + ", outside 1…3")),
                fields.unsigned(1, "uptime", UINT32),
                fields.optionalUnsigned(2, "battery", UINT63),
                fields.optionalSigned(3, "temperature"),
                fields.optionalUnsigned(4, "held frames", UINT63),
                fields.optionalUnsigned(5, "dropped frames", UINT63),
                fields.optionalUnsigned(6, "model id", UINT63),
                fields.optionalUnsigned(7, "model version", UINT63),
                digest,
                fields.optionalUnsigned(9, "flags", UINT63),
                ledger(fields),
                HeartBodies.patientTold(fields));
    }

    private static Optional<Ledger> ledger(Fields fields) throws FrameException {
        Optional<List<Long>> counts = fields.integersIfPresent(10, "ledger count");
        if (counts.stream().flatMap(List::stream).anyMatch(count -> count < 0)) {
            throw fields.invalid("a ledger count is negative in " + counts.get());
        }
        return counts.map(Ledger::new);
    }

    private static Features features(Fields fields) throws FrameException {
        return new Features(
                fields.unsigned(0, "recipe id", UINT63),
                fields.unsigned(1, "recipe version", UINT63),
                fields.integers(2, "value"),
                fields.unsigned(3, "quality flags", UINT63),
                fields.optionalUnsigned(4, "verdict", UINT63),
                fields.optionalUnsigned(5, "probability", 255),
                fields.optionalUnsigned(6, "model version", UINT63));
    }

    private static Event event(Fields fields) throws FrameException {
        return new Event(
                fields.unsigned(0, "class", UINT63),
                (int) fields.unsigned(1, "probability", 255),
                fields.enumerated(2, "urgency", Event.Urgency.values()),
                fields.unsigned(3, "onset", 1) == 1,
                fields.optionalIntegers(4, "value"));
    }

    private static WaveformBlock waveformBlock(Fields fields) throws FrameException {
        WaveformBlock block = new WaveformBlock(
                fields.unsigned(0, "channel", UINT63),
                fields.unsigned(1, "sample rate", UINT63),
                Instant.ofEpochMilli(fields.unsigned(2, "start time", UINT63)),
                fields.unsigned(3, "nano-units per count", UINT63),
                fields.unsigned(4, "unit", UINT63),
                fields.enumerated(5, "encoding", WaveformBlock.Encoding.values()),
                fields.bytes(6, "samples"),
                fields.unsigned(7, "sample count", UINT63),
                fields.unsigned(8, "capture id", UINT63),
                fields.unsigned(9, "block index", UINT63),
                fields.unsigned(10, "blocks in the capture", UINT63),
                fields.optionalUnsigned(11, "quality flags", UINT63));
        WaveformCodec.checkCount(block);
        return block;
    }

    private static UpdateState updateState(Fields fields) throws FrameException {
        return new UpdateState(
                fields.unsigned(0, "slot", UINT63),
                fields.enumerated(1, "state", UpdateState.Slot.values()),
                fields.unsigned(2, "model id", UINT63),
                fields.unsigned(3, "model version", UINT63),
                fields.optionalUnsigned(4, "reason", UINT63),
                fields.optionalUnsigned(5, "blocks received", UINT63));
    }

    private static LearningUpdate learningUpdate(Fields fields) throws FrameException {
        return new LearningUpdate(
                fields.unsigned(0, "recipe id", UINT63),
                fields.unsigned(1, "recipe version", UINT63),
                fields.unsigned(2, "kind of state", UINT63),
                fields.bytes(3, "state"));
    }

    private static Acknowledgement acknowledgement(Fields fields) throws FrameException {
        return new Acknowledgement(
                fields.unsigned(0, "boot", UINT32),
                fields.unsigned(1, "sequence", UINT32),
                fields.enumerated(2, "outcome", Acknowledgement.Outcome.values()));
    }

    private static Command command(Fields fields) throws FrameException {
        return new Command(
                fields.unsigned(0, "command", UINT32),
                fields.unsigned(1, "argument", UINT32),
                fields.unsignedList(2, "value", Command.MAX_VALUES, UINT32));
    }

    private static ModelOffer modelOffer(Fields fields) throws FrameException {
        try {
            return new ModelOffer(
                    fields.unsigned(0, "update id", UINT32),
                    fields.unsigned(1, "model id", UINT32),
                    fields.unsigned(2, "model version", UINT32),
                    fields.unsigned(3, "bundle bytes", UINT32),
                    fields.bytes(4, "bundle digest"),
                    (int) fields.unsigned(5, "fragment bytes", ModelOffer.MAX_FRAGMENT_BYTES),
                    (int) fields.unsigned(6, "healthy windows", 0xFFFF));
        } catch (IllegalArgumentException outOfRange) {
            throw fields.invalid(outOfRange.getMessage());
        }
    }

    private static MissingFragments missingFragments(Fields fields) throws FrameException {
        try {
            return new MissingFragments(
                    fields.unsigned(0, "update id", UINT32),
                    (int) fields.unsigned(1, "number of fragments", ModelOffer.MAX_FRAGMENTS),
                    (int) fields.unsigned(2, "first missing fragment", ModelOffer.MAX_FRAGMENTS - 1),
                    fields.bytes(3, "bitmap"));
        } catch (IllegalArgumentException outOfRange) {
            throw fields.invalid(outOfRange.getMessage());
        }
    }
}
