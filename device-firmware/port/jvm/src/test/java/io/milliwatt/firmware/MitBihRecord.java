package io.milliwatt.firmware;

import io.milliwatt.datasets.catalogue.MitBihDataSet;
import io.milliwatt.datasets.catalogue.MitBihRecord.Part;
import io.milliwatt.datasets.ecg.EcgReader;
import io.milliwatt.datasets.ecg.EcgRecording;
import io.milliwatt.datasets.wfdb.Annotation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * As much of a record of the MIT-BIH Arrhythmia Database as a beat detector is judged by: its first signal (360 Hz, 200 counts per
 * millivolt) and the reference annotations.
 */
record MitBihRecord(int number, short[] samples, List<Annotation> reference) {

    static final int RATE_HZ = 360;

    /** 5 µV. */
    static final int NANO_MILLIVOLT_PER_COUNT = 5_000_000;

    /** Half of the patients, for development; the others are for the judgement (de Chazal 2004, ecg.md). */
    static final List<Integer> DEVELOPMENT = numbers(Part.DS1);

    static final List<Integer> JUDGEMENT = numbers(Part.DS2);

    static final List<Integer> PACED = numbers(Part.PACED);

    static MitBihRecord read(Path folder, int number) throws IOException {
        EcgRecording recording = EcgReader.refusingDamage().read(folder.resolve(Integer.toString(number)), "atr");
        int[] samples = recording.leads().getFirst().samples();
        short[] first = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            first[i] = (short) samples[i];
        }
        return new MitBihRecord(number, first, recording.annotations());
    }

    private static List<Integer> numbers(Part part) {
        return MitBihDataSet.records(part).stream()
                .map(record -> record.number())
                .toList();
    }
}
