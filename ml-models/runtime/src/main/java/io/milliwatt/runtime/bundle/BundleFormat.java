package io.milliwatt.runtime.bundle;

/** Offsets and numbers of {@code bundle.md}. */
final class BundleFormat {

    static final int MAGIC = 0x424D574D;
    static final int VERSION = 0x0100;
    static final int HEADER_LENGTH = 64;
    static final int MODEL_VERSION_OFFSET = 28;
    static final int PAYLOAD_LENGTH_OFFSET = 52;
    static final int CHECKSUM_OFFSET = 60;
    static final int DIGEST_LENGTH = 8;

    static final int SECTION_HEAD = 8;
    static final int MODEL = 1;
    static final int RECIPE = 2;
    static final int LABELS = 3;
    static final int DECISION = 4;
    static final int VECTORS = 5;
    static final int LEARNING = 6;
    static final int FIRST_SKIPPED = 0x8000;

    static final int TLV_HEAD = 4;
    static final int ANTI_ROLLBACK_COUNTER = 1;
    static final int KEY_ID = 2;
    static final int SIGNATURE = 16;

    private BundleFormat() {}

    static int padded(int length) {
        return (length + 3) & ~3;
    }
}
