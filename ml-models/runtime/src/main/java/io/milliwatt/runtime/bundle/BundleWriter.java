package io.milliwatt.runtime.bundle;

import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.learning.LearningRule;
import io.milliwatt.runtime.model.ModelSection;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/**
 * Writes a bundle. The same arguments give the same bytes, except for the signature, which is randomized.
 *
 * <pre>{@code
 * byte[] file = new BundleWriter(identity, model, recipe, labels, decision, vectors)
 *         .withAntiRollbackCounter(7)
 *         .signedBy(privateKey, keyId);
 * }</pre>
 *
 * <p>Every way out parses the result first, so a file that a node would refuse for its form cannot be written.
 */
public final class BundleWriter {

    private final byte[] body;
    private final OptionalLong antiRollbackCounter;

    /**
     * @param labels one per class
     * @param vectors at least one, with the scores that {@code model} gives
     * @throws IllegalArgumentException with a sentence if the parts do not fit together
     */
    public BundleWriter(
            BundleIdentity identity,
            ModelSection model,
            RecipeSection recipe,
            List<Label> labels,
            Decision decision,
            List<SelfTestVector> vectors) {
        this(identity, model, recipe, labels, decision, vectors, Optional.empty());
    }

    /**
     * As above, for a model of kind 5 or 6 whose parameters a node learns itself.
     *
     * @param learning how; empty for a model that stays as it is
     */
    public BundleWriter(
            BundleIdentity identity,
            ModelSection model,
            RecipeSection recipe,
            List<Label> labels,
            Decision decision,
            List<SelfTestVector> vectors,
            Optional<LearningRule> learning) {
        this(
                payloadOf(new Bundle(
                        identity, model, recipe, labels, decision, vectors, learning, Bundle.Trailer.none())),
                OptionalLong.empty());
    }

    private BundleWriter(byte[] body, OptionalLong antiRollbackCounter) {
        this.body = body;
        this.antiRollbackCounter = antiRollbackCounter;
    }

    /**
     * Takes over a finished bundle byte by byte, for another counter or a signature; a key id and a signature that it has are
     * left behind.
     *
     * @throws MalformedBundleException with a sentence for the first rule that the file breaks
     */
    public static BundleWriter of(byte[] file) {
        OptionalLong counter = Bundle.parse(file).trailer().antiRollbackCounter();
        int payload = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(BundleFormat.PAYLOAD_LENGTH_OFFSET);
        return new BundleWriter(Arrays.copyOf(file, BundleFormat.HEADER_LENGTH + payload), counter);
    }

    /** The same bundle, which no node that has seen a larger counter takes. */
    public BundleWriter withAntiRollbackCounter(long counter) {
        requireUnsigned32(counter, "anti-rollback counter");
        return new BundleWriter(body, OptionalLong.of(counter));
    }

    /** The same bundle under another version of its model. */
    public BundleWriter withModelVersion(long version) {
        requireUnsigned32(version, "model version");
        byte[] other = body.clone();
        ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN).putInt(BundleFormat.MODEL_VERSION_OFFSET, (int) version);
        return new BundleWriter(other, antiRollbackCounter);
    }

    /** The file without a signature, for development. */
    public byte[] unsigned() {
        byte[] file = sealed(concatenated(body, counterTlv()), 0);
        Bundle.parse(file);
        return file;
    }

    /** The file signed with an ECDSA P-256 key. */
    public byte[] signedBy(PrivateKey key, long keyId) {
        requireUnsigned32(keyId, "key id");
        byte[] covered = concatenated(concatenated(body, counterTlv()), tlv(BundleFormat.KEY_ID, fourBytes(keyId)));
        byte[] file = BundleSignature.append(covered, key, signatureTlv -> sealed(covered, signatureTlv));
        Bundle.parse(file);
        return file;
    }

    private byte[] counterTlv() {
        return antiRollbackCounter.isEmpty()
                ? new byte[0]
                : tlv(BundleFormat.ANTI_ROLLBACK_COUNTER, fourBytes(antiRollbackCounter.getAsLong()));
    }

    /** Fills in the file's length, which includes a signature TLV still to come, and the checksum. */
    private static byte[] sealed(byte[] file, int bytesToCome) {
        byte[] out = file.clone();
        ByteBuffer header = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(36, out.length + bytesToCome);
        CRC32 crc = new CRC32();
        crc.update(out, 0, BundleFormat.CHECKSUM_OFFSET);
        crc.update(out, BundleFormat.HEADER_LENGTH, header.getInt(BundleFormat.PAYLOAD_LENGTH_OFFSET));
        header.putInt(BundleFormat.CHECKSUM_OFFSET, (int) crc.getValue());
        return out;
    }

    private static byte[] payloadOf(Bundle bundle) {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.writeBytes(section(BundleFormat.MODEL, bundle.model().encode()));
        payload.writeBytes(section(BundleFormat.RECIPE, bundle.recipe().bytes()));
        payload.writeBytes(section(BundleFormat.LABELS, labels(bundle.labels())));
        payload.writeBytes(section(BundleFormat.DECISION, bundle.decision().encode()));
        payload.writeBytes(section(BundleFormat.VECTORS, vectors(bundle.vectors())));
        bundle.learning().ifPresent(rule -> payload.writeBytes(section(BundleFormat.LEARNING, rule.encode())));
        return concatenated(header(bundle, payload.size()), payload.toByteArray());
    }

    private static byte[] header(Bundle bundle, int payloadLength) {
        BundleIdentity identity = bundle.identity();
        ByteBuffer out = littleEndian(BundleFormat.HEADER_LENGTH);
        out.putInt(BundleFormat.MAGIC).putShort((short) BundleFormat.VERSION);
        out.putShort((short) BundleFormat.HEADER_LENGTH);
        out.putShort((short) bundle.model().kind()).putShort((short) 0);
        out.putShort((short) identity.recipeId()).putShort((short) identity.recipeVersion());
        out.put(bundle.recipe().digest());
        out.putInt((int) identity.modelId()).putInt((int) identity.modelVersion());
        out.putInt((int) identity.targetClass()).putInt(0);
        out.putInt((int) identity.ramBytes()).putInt((int) identity.scratchBytes());
        out.putInt(bundle.model().model().operations()).putInt(payloadLength);
        out.putShort((short) bundle.model().model().inputs());
        out.putShort((short) bundle.model().model().classes());
        return out.array();
    }

    private static byte[] section(int type, byte[] data) {
        return littleEndian(BundleFormat.SECTION_HEAD + BundleFormat.padded(data.length))
                .putShort((short) type)
                .putShort((short) 0)
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static byte[] labels(List<Label> labels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(littleEndian(2).putShort((short) labels.size()).array());
        for (Label label : labels) {
            byte[] name = label.name().getBytes(StandardCharsets.UTF_8);
            out.writeBytes(littleEndian(3 + name.length)
                    .putShort((short) label.verdict())
                    .put((byte) name.length)
                    .put(name)
                    .array());
        }
        return out.toByteArray();
    }

    private static byte[] vectors(List<SelfTestVector> vectors) {
        int inputs = vectors.getFirst().inputs().length;
        int outputs = vectors.getFirst().scores().length;
        ByteBuffer out = littleEndian(8 + 2 * vectors.size() * (inputs + outputs));
        out.putShort((short) vectors.size())
                .putShort((short) inputs)
                .putShort((short) outputs)
                .putShort((short) 0);
        for (SelfTestVector vector : vectors) {
            for (short input : vector.inputs()) {
                out.putShort(input);
            }
            for (short score : vector.scores()) {
                out.putShort(score);
            }
        }
        return out.array();
    }

    static byte[] tlv(int type, byte[] data) {
        return littleEndian(BundleFormat.TLV_HEAD + data.length)
                .putShort((short) type)
                .putShort((short) data.length)
                .put(data)
                .array();
    }

    private static byte[] fourBytes(long value) {
        return littleEndian(4).putInt((int) value).array();
    }

    private static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] concatenated(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static void requireUnsigned32(long value, String name) {
        if (value < 0 || value > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("The " + name + " must be 0 to 4294967295, not " + value + ".");
        }
    }
}
