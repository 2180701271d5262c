package io.milliwatt.telemetry.encoding;

import static io.milliwatt.telemetry.encoding.FrameException.Fault.BODY;
import static io.milliwatt.telemetry.encoding.FrameException.Fault.NOT_WELL_FORMED;
import static io.milliwatt.telemetry.encoding.FrameException.Fault.TOO_LARGE;
import static io.milliwatt.telemetry.encoding.FrameException.Fault.VERSION;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import io.milliwatt.telemetry.Acknowledgement;
import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.command.HeartCommand;
import io.milliwatt.telemetry.command.IrrigationCommand;
import io.milliwatt.telemetry.command.NodeCommand;
import io.milliwatt.telemetry.command.NodeCommand.AcknowledgeFrame;
import io.milliwatt.telemetry.command.NodeCommand.CaptureWaveform;
import io.milliwatt.telemetry.command.NodeCommand.TeachBaseline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Records of the topic {@code commands.<domain>}: a deterministic CBOR map {@code {0: version, 1: node, 2: kind}} and by
 * kind the body's fields from key 3 on: kind 8 {@code 3: boot, 4: sequence, 5: outcome}; kind 9
 * {@code 3: command number, 4: argument} and, where the command has values, {@code 5: [values]}. Kinds are those of the frame that the node will get.
 */
public final class NodeCommandCodec {
    private static final CBORFactory CBOR = new CBORFactory();
    private static final int MAX_COMMAND_BYTES = 65_536;

    @SuppressWarnings("EnumOrdinal") // the contract numbers outcomes in their order of declaration
    public byte[] encode(NodeCommand command) {
        MapWriter map = new MapWriter()
                .integer(0, Frame.CURRENT_VERSION)
                .integer(1, command.node())
                .integer(2, command.body().kind());
        switch (command) {
            case AcknowledgeFrame acknowledge ->
                map.integer(3, acknowledge.frame().boot())
                        .integer(4, acknowledge.frame().sequence())
                        .integer(5, acknowledge.outcome().ordinal());
            case CaptureWaveform capture ->
                map.integer(3, Command.CAPTURE_WAVEFORM).integer(4, capture.captureId());
            case TeachBaseline teach -> map.integer(3, teach.lesson().number()).integer(4, 0);
            case IrrigationCommand irrigation -> IrrigationCommands.write(map, irrigation);
            case HeartCommand heart -> HeartCommands.write(map, heart);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(32);
        try (CBORGenerator generator = CBOR.createGenerator(out)) {
            map.writeTo(generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return out.toByteArray();
    }

    public NodeCommand decode(byte[] bytes) throws FrameException {
        if (bytes.length > MAX_COMMAND_BYTES) {
            throw new FrameException(TOO_LARGE, "The command has " + bytes.length + " bytes; at most 65536 are taken.");
        }
        DeterministicEncoding.check(bytes);
        try (JsonParser parser = CBOR.createParser(bytes)) {
            parser.nextToken();
            return command(Fields.read(parser, "command record"));
        } catch (IOException unreadable) {
            throw new FrameException(NOT_WELL_FORMED, "The CBOR reader refuses the command's content.");
        }
    }

    private static NodeCommand command(Fields fields) throws FrameException {
        long version = fields.unsigned(0, "version", 0xFF);
        if (version / 16 != Frame.MAJOR) {
            throw new FrameException(VERSION, "The command is of version " + version + "; this side speaks 16…31.");
        }
        long node = fields.unsigned(1, "node", Fields.UINT32);
        long kind = fields.unsigned(2, "kind", Fields.UINT63);
        if (kind == Acknowledgement.KIND) {
            long boot = fields.unsigned(3, "boot", Fields.UINT32);
            long sequence = fields.unsigned(4, "sequence", Fields.UINT32);
            return new AcknowledgeFrame(
                    new FrameIdentity(node, boot, sequence),
                    fields.enumerated(5, "outcome", Acknowledgement.Outcome.values()));
        }
        if (kind == Command.KIND) {
            long number = fields.unsigned(3, "command number", Fields.UINT32);
            long argument = fields.unsigned(4, "argument", Fields.UINT32);
            if (number == Command.CAPTURE_WAVEFORM) {
                return new CaptureWaveform(node, argument);
            }
            if (IrrigationCommands.isOne(number)) {
                return IrrigationCommands.read(fields, node, number, argument);
            }
            if (HeartCommands.isOne(number)) {
                return HeartCommands.read(fields, node, argument);
            }
            for (NodeCommand.Lesson lesson : NodeCommand.Lesson.values()) {
                if (lesson.number() == number && argument == 0) {
                    return new TeachBaseline(node, lesson);
                }
            }
        }
        throw new FrameException(BODY, "The command of kind " + kind + " is none that this side knows.");
    }
}
