package io.milliwatt.telemetry.encoding;

import static io.milliwatt.telemetry.encoding.FrameException.Fault.NOT_WELL_FORMED;
import static io.milliwatt.telemetry.encoding.FrameException.Fault.TOO_LARGE;
import static io.milliwatt.telemetry.encoding.FrameException.Fault.VERSION;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.UnknownBody;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Frames to bytes and back, after frame.md. Reading is strict: anything but one deterministically encoded frame of major
 * version 1 is refused. The MAC is not checked here, since only {@link FrameAuthenticator} holds the key for it. Unknown
 * kinds and unknown body keys pass; so does, for frames of a newer minor version, a known kind whose body this version
 * cannot read. Instances hold no state.
 */
public final class FrameCodec {
    /** One second of int16 at 100 kHz, and as much again to spare. */
    public static final int MAX_FRAME_BYTES = 400_000;

    private static final CBORFactory CBOR = new CBORFactory();
    private static final int OUTER_MAP_HEAD = 0xA8;
    private static final int MAC_KEY = 7;

    /** Reads a frame. */
    public Frame decode(byte[] bytes) throws FrameException {
        if (bytes.length > MAX_FRAME_BYTES) {
            throw new FrameException(
                    TOO_LARGE, "The frame has " + bytes.length + " bytes; at most " + MAX_FRAME_BYTES + " are taken.");
        }
        DeterministicEncoding.check(bytes);
        try (JsonParser parser = CBOR.createParser(bytes)) {
            return readFrame(parser, bytes);
        } catch (IOException unreadable) {
            // Well-formed, yet Jackson cannot take it: text that is not UTF-8, a tag on a value it does not fit.
            throw new FrameException(NOT_WELL_FORMED, "The CBOR reader refuses the frame's content.");
        }
    }

    private static Frame readFrame(JsonParser parser, byte[] bytes) throws IOException, FrameException {
        if (parser.nextToken() != JsonToken.START_OBJECT || Fields.isTagged(parser)) {
            throw new FrameException(NOT_WELL_FORMED, "The frame is not a map.");
        }
        int version = (int) unsigned(parser, 0, "version", 0xFF);
        if (version / 16 != Frame.MAJOR) {
            throw new FrameException(
                    VERSION,
                    "The frame is of contract version " + version / 16 + "." + version % 16
                            + "; this side speaks 1.x.");
        }
        if ((bytes[0] & 0xFF) != OUTER_MAP_HEAD) {
            throw new FrameException(NOT_WELL_FORMED, "The frame's outer map does not have the eight keys 0…7.");
        }
        FrameIdentity identity = new FrameIdentity(
                unsigned(parser, 1, "node", Fields.UINT32),
                unsigned(parser, 2, "boot", Fields.UINT32),
                unsigned(parser, 3, "sequence", Fields.UINT32));
        Instant time = UnsignedTime.read(unsigned64(parser, 4, "time"));
        long kind = unsigned(parser, 5, "kind", Fields.UINT63);
        expectKey(parser, 6, "body");
        if (parser.nextToken() != JsonToken.START_OBJECT || Fields.isTagged(parser)) {
            throw new FrameException(NOT_WELL_FORMED, "The frame's body is not a map.");
        }
        int bodyStart = (int) parser.currentTokenLocation().getByteOffset();
        int bodyEnd = bytes.length - FrameAuthenticator.TRAILER_BYTES - 1;
        expectMac(bytes, bodyEnd);
        FrameBody body = body(version, kind, parser, bytes, bodyStart, bodyEnd);
        return new Frame(version, identity, time, body);
    }

    private static FrameBody body(int version, long kind, JsonParser parser, byte[] bytes, int from, int to)
            throws IOException, FrameException {
        Optional<FrameBody> known;
        try {
            known = BodyReader.read(kind, parser);
        } catch (FrameException unreadable) {
            if (version <= Frame.CURRENT_VERSION) {
                throw unreadable;
            }
            known = Optional.empty();
        }
        return known.orElseGet(() -> new UnknownBody(kind, Octets.ofRange(bytes, from, to)));
    }

    /** The last entry must be the key 7 with eight bytes; as the map is deterministic, that is where it must stand. */
    private static void expectMac(byte[] bytes, int at) throws FrameException {
        if (at < 0 || bytes[at] != MAC_KEY || bytes[at + 1] != 0x40 + FrameAuthenticator.TAG_BYTES) {
            throw new FrameException(NOT_WELL_FORMED, "The frame does not end in a MAC of eight bytes under key 7.");
        }
    }

    private static long unsigned(JsonParser parser, int key, String name, long max) throws IOException, FrameException {
        expectKey(parser, key, name);
        if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT
                || Fields.isTagged(parser)
                || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || parser.getLongValue() < 0
                || parser.getLongValue() > max) {
            throw new FrameException(
                    NOT_WELL_FORMED, "The frame's " + name + " (key " + key + ") is no integer in 0…" + max + ".");
        }
        return parser.getLongValue();
    }

    private static long unsigned64(JsonParser parser, int key, String name) throws IOException, FrameException {
        expectKey(parser, key, name);
        if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT
                || Fields.isTagged(parser)
                || parser.getBigIntegerValue().signum() < 0
                || parser.getBigIntegerValue().bitLength() > Long.SIZE) {
            throw new FrameException(
                    NOT_WELL_FORMED,
                    "The frame's " + name + " (key " + key + ") is no integer of 64 bits without sign.");
        }
        return parser.getBigIntegerValue().longValue();
    }

    private static void expectKey(JsonParser parser, int key, String name) throws IOException, FrameException {
        if (parser.nextToken() != JsonToken.FIELD_NAME || !parser.currentName().equals(Integer.toString(key))) {
            throw new FrameException(NOT_WELL_FORMED, "The frame's " + name + " (key " + key + ") is missing.");
        }
    }

    /** Writes a frame in deterministic encoding and signs it. */
    public byte[] encode(Frame frame, FrameAuthenticator authenticator) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(128);
        try (CBORGenerator generator = CBOR.createGenerator(out)) {
            // The outer map's entries are written as a plain sequence behind its head, because the MAC, its last
            // value, is taken over the bytes of all entries before it.
            out.write(OUTER_MAP_HEAD);
            write(generator, 0, frame.version(), 1, frame.node(), 2, frame.boot(), 3, frame.sequence(), 4);
            UnsignedTime.write(generator, out, frame.time());
            write(generator, 5, frame.body().kind(), 6);
            BodyWriter.write(generator, frame.body());
            generator.writeNumber(MAC_KEY);
            generator.flush();
            byte[] signed = out.toByteArray();
            generator.writeBinary(authenticator.tag(signed, signed.length));
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return out.toByteArray();
    }

    private static void write(CBORGenerator generator, long... numbers) throws IOException {
        for (long number : numbers) {
            generator.writeNumber(number);
        }
    }
}
