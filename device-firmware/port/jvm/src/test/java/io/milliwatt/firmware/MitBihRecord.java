package io.milliwatt.firmware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * As much of a record of the MIT-BIH Arrhythmia Database as a beat detector is judged by: its first signal (WFDB format 212,
 * 360 Hz, 200 counts per millivolt) and where its reference annotations put beats and ventricular flutter.
 *
 * @param flutter pairs of first and last sample, in which beats are not counted
 */
record MitBihRecord(int number, short[] samples, int[] beats, int[] flutter) {

    static final int RATE_HZ = 360;

    /** 5 µV. */
    static final int NANO_MILLIVOLT_PER_COUNT = 5_000_000;

    /** Half of the patients, for development; the others are for the judgement (de Chazal 2004, ecg.md). */
    static final List<Integer> DEVELOPMENT = List.of(
            101, 106, 108, 109, 112, 114, 115, 116, 118, 119, 122, 124, 201, 203, 205, 207, 208, 209, 215, 220, 223,
            230);

    static final List<Integer> JUDGEMENT = List.of(
            100, 103, 105, 111, 113, 117, 121, 123, 200, 202, 210, 212, 213, 214, 219, 221, 222, 228, 231, 232, 233,
            234);

    static final List<Integer> PACED = List.of(102, 104, 107, 217);

    private static final int FRAME_BYTES = 3;
    private static final int SKIP = 59;
    private static final int AUXILIARY = 63;
    private static final int FLUTTER_BEGINS = 32;
    private static final int FLUTTER_ENDS = 33;

    /** Number, subtype and channel say something of the annotation before and take no time. */
    private static final Set<Integer> MODIFIERS = Set.of(60, 61, 62);

    /** The codes that stand for a beat, isolated QRS-like artefacts not among them. */
    private static final Set<Integer> BEATS = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 25, 30, 34, 35, 38, 41);

    /** The annotations of a record, while they are read. */
    private record Annotations(List<Integer> beats, List<Integer> flutter) {}

    static MitBihRecord read(Path folder, int number) throws IOException {
        short[] samples = firstSignal(Files.readAllBytes(folder.resolve(number + ".dat")));
        Annotations annotations = annotations(Files.readAllBytes(folder.resolve(number + ".atr")));
        if (annotations.flutter().size() % 2 == 1) {
            annotations.flutter().add(samples.length);
        }
        return new MitBihRecord(number, samples, array(annotations.beats()), array(annotations.flutter()));
    }

    /** Two 12-bit samples in three bytes; the first signal's has the low byte and the low nibble of the second. */
    private static short[] firstSignal(byte[] bytes) {
        short[] samples = new short[bytes.length / FRAME_BYTES];
        for (int i = 0; i < samples.length; i++) {
            int low = Byte.toUnsignedInt(bytes[FRAME_BYTES * i]);
            samples[i] = (short) (low | (bytes[FRAME_BYTES * i + 1] << 28 >> 20));
        }
        return samples;
    }

    private static Annotations annotations(byte[] bytes) {
        Annotations found = new Annotations(new ArrayList<>(), new ArrayList<>());
        int time = 0;
        for (int at = 0; at + 1 < bytes.length; ) {
            int word = unsignedShort(bytes, at);
            int code = word >> 10;
            int value = word & 0x3FF;
            at += 2;
            if (word == 0) {
                break;
            }
            if (code == SKIP) {
                time += (unsignedShort(bytes, at) << 16) + unsignedShort(bytes, at + 2);
                at += 4;
            } else if (code == AUXILIARY) {
                at += value + 1 & ~1;
            } else if (!MODIFIERS.contains(code)) {
                time += value;
                if (BEATS.contains(code)) {
                    found.beats().add(time);
                } else if (code == FLUTTER_BEGINS || code == FLUTTER_ENDS) {
                    found.flutter().add(time);
                }
            }
        }
        return found;
    }

    private static int unsignedShort(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]) | Byte.toUnsignedInt(bytes[at + 1]) << 8;
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    boolean isFlutter(long sample) {
        return IntStream.range(0, flutter.length / 2)
                .anyMatch(i -> flutter[2 * i] <= sample && sample <= flutter[2 * i + 1]);
    }
}
