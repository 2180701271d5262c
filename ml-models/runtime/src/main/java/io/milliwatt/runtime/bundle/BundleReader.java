package io.milliwatt.runtime.bundle;

import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.learning.LearningRule;
import io.milliwatt.runtime.model.ModelSection;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** Reads a bundle, checking in the order in which a node checks. */
final class BundleReader {

    private BundleReader() {}

    private record Header(int kind, BundleIdentity identity, byte[] digest, int payload, int inputs, int classes) {}

    static Bundle read(byte[] file) {
        try {
            Header header = header(file);
            ByteBuffer payload = littleEndian(file, BundleFormat.HEADER_LENGTH, header.payload);
            ModelSection model = ModelSection.decode(
                    section(payload, BundleFormat.MODEL), header.kind, header.inputs, header.classes);
            RecipeSection recipe = new RecipeSection(section(payload, BundleFormat.RECIPE));
            require(
                    Arrays.equals(recipe.digest(), header.digest),
                    "The recipe's digest differs from the header's; the file was put together wrongly.");
            List<Label> labels = labels(section(payload, BundleFormat.LABELS));
            Decision decision = Decision.decode(section(payload, BundleFormat.DECISION));
            List<SelfTestVector> vectors = vectors(section(payload, BundleFormat.VECTORS));
            Optional<LearningRule> learning =
                    laterSections(payload, model.model().inputs());
            BundleTlv.Trailer trailer = trailer(file, header);
            return new Bundle(
                    header.identity,
                    model,
                    recipe,
                    labels,
                    decision,
                    vectors,
                    learning,
                    new Bundle.Trailer(
                            trailer.antiRollbackCounter(),
                            trailer.keyId(),
                            trailer.signature().isPresent()));
        } catch (BufferUnderflowException cut) {
            throw new MalformedBundleException("The bundle ends early, after " + file.length + " bytes.", cut);
        } catch (IllegalArgumentException broken) {
            throw new MalformedBundleException(broken.getMessage(), broken);
        }
    }

    static BundleTlv.Trailer trailerOf(byte[] file) {
        return trailer(file, header(file));
    }

    private static BundleTlv.Trailer trailer(byte[] file, Header header) {
        int start = BundleFormat.HEADER_LENGTH + header.payload;
        return BundleTlv.read(littleEndian(file, start, file.length - start));
    }

    private static Header header(byte[] file) {
        require(
                file.length >= BundleFormat.HEADER_LENGTH,
                "A bundle has at least 64 bytes, this file only " + file.length + ".");
        ByteBuffer in = littleEndian(file, 0, BundleFormat.HEADER_LENGTH);
        require(in.getInt() == BundleFormat.MAGIC, "The file does not begin with MWMB: it is not a bundle.");
        int version = unsigned16(in);
        require(
                version >>> 8 == BundleFormat.VERSION >>> 8,
                "The bundle has format version " + (version >>> 8) + "." + (version & 255)
                        + ", but only version 1 is known here. Use a newer suite.");
        require(unsigned16(in) == BundleFormat.HEADER_LENGTH, "The header of format version 1 has 64 bytes.");
        int kind = unsigned16(in);
        require(unsigned16(in) == 0, "The header's flags must be 0 in format version 1.");
        int recipeId = unsigned16(in);
        int recipeVersion = unsigned16(in);
        byte[] digest = new byte[BundleFormat.DIGEST_LENGTH];
        in.get(digest);
        long modelId = unsigned32(in);
        long modelVersion = unsigned32(in);
        long targetClass = unsigned32(in);
        long flash = unsigned32(in);
        require(
                flash == file.length,
                "The header says " + flash + " bytes, but the file has " + file.length + ": it was cut or extended.");
        BundleIdentity identity = new BundleIdentity(
                recipeId, recipeVersion, modelId, modelVersion, targetClass, unsigned32(in), unsigned32(in));
        in.getInt();
        long payload = unsigned32(in);
        require(
                payload % 4 == 0 && payload <= file.length - BundleFormat.HEADER_LENGTH,
                "The payload of " + payload + " bytes does not fit a file of " + file.length + ".");
        Header header = new Header(kind, identity, digest, (int) payload, unsigned16(in), unsigned16(in));
        CRC32 crc = new CRC32();
        crc.update(file, 0, BundleFormat.CHECKSUM_OFFSET);
        crc.update(file, BundleFormat.HEADER_LENGTH, header.payload);
        require(crc.getValue() == unsigned32(in), "The checksum does not match: the bundle was damaged.");
        return header;
    }

    private static byte[] section(ByteBuffer payload, int type) {
        int found = unsigned16(payload);
        require(found == type, "Section " + type + " was expected, but section " + found + " found.");
        return sectionData(payload, found);
    }

    private static byte[] sectionData(ByteBuffer payload, int type) {
        require(unsigned16(payload) == 0, "The reserved field of section " + type + " must be 0.");
        long length = unsigned32(payload);
        require(
                length <= payload.remaining(),
                "Section " + type + " announces " + length + " bytes, but " + payload.remaining() + " are left.");
        byte[] data = new byte[(int) length];
        payload.get(data);
        for (int pad = (int) length; pad < BundleFormat.padded((int) length); pad++) {
            require(payload.get() == 0, "Padding after section " + type + " must be 0.");
        }
        return data;
    }

    /** Section 6 may come first; what follows is skipped. */
    private static Optional<LearningRule> laterSections(ByteBuffer payload, int inputs) {
        Optional<LearningRule> learning = Optional.empty();
        for (boolean first = true; payload.hasRemaining(); first = false) {
            int type = unsigned16(payload);
            if (type == BundleFormat.LEARNING && first) {
                learning = Optional.of(LearningRule.decode(sectionData(payload, type), inputs));
                continue;
            }
            require(type >= BundleFormat.FIRST_SKIPPED, "Section " + type + " is unknown or out of order.");
            sectionData(payload, type);
        }
        return learning;
    }

    private static List<Label> labels(byte[] data) {
        ByteBuffer in = littleEndian(data, 0, data.length);
        int count = unsigned16(in);
        List<Label> labels = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            int verdict = unsigned16(in);
            byte[] name = new byte[Byte.toUnsignedInt(in.get())];
            in.get(name);
            labels.add(new Label(verdict, decoded(name)));
        }
        require(!in.hasRemaining(), "The label section has " + in.remaining() + " bytes too many.");
        return labels;
    }

    private static String decoded(byte[] name) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new MalformedBundleException("A label is not valid UTF-8.", broken);
        }
    }

    private static List<SelfTestVector> vectors(byte[] data) {
        ByteBuffer in = littleEndian(data, 0, data.length);
        int count = unsigned16(in);
        int inputs = unsigned16(in);
        int outputs = unsigned16(in);
        require(unsigned16(in) == 0, "The reserved field of the vector section must be 0.");
        require(
                in.remaining() == 2L * count * (inputs + outputs),
                "The vector section announces " + count + " vectors, but holds " + in.remaining() + " bytes.");
        List<SelfTestVector> vectors = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            vectors.add(new SelfTestVector(shorts(in, inputs), shorts(in, outputs)));
        }
        return vectors;
    }

    private static short[] shorts(ByteBuffer in, int count) {
        short[] values = new short[count];
        for (int index = 0; index < count; index++) {
            values[index] = in.getShort();
        }
        return values;
    }

    private static ByteBuffer littleEndian(byte[] bytes, int offset, int length) {
        return ByteBuffer.wrap(bytes, offset, length).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int unsigned16(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    private static long unsigned32(ByteBuffer in) {
        return Integer.toUnsignedLong(in.getInt());
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new MalformedBundleException(sentence);
        }
    }
}
