package io.milliwatt.training.ecg;

import io.milliwatt.datasets.catalogue.MitBihDataSet;
import io.milliwatt.datasets.catalogue.MitBihRecord;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.training.pipeline.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is trained and chosen on: the 22 records of DS1, the same with noise, and stress records cut from them.
 *
 * @param records one per record, by number
 */
record EcgMaterial(List<DescribedBeats> records, List<DescribedBeats> noisy, List<DescribedBeats> stress) {

    private static final double NOISE_LEVEL = 0.5;

    EcgMaterial {
        records = List.copyOf(records);
        noisy = List.copyOf(noisy);
        stress = List.copyOf(stress);
    }

    static EcgMaterial read(Path folder, long seed, Progress progress) throws RecordingException {
        MitBihDataSet data = MitBihDataSet.open(folder);
        List<MitBihRecord> numbers = MitBihDataSet.records(MitBihRecord.Part.DS1);
        List<DescribedBeats> records = new ArrayList<>();
        List<DescribedBeats> noisy = new ArrayList<>();
        List<DescribedBeats> stress = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            progress.step("describing the beats of record " + numbers.get(i).number(), i, numbers.size());
            HeartRecord record = HeartRecord.load(data, numbers.get(i));
            records.add(DescribedBeats.of(record, DescribedBeats.RECORD));
            noisy.add(DescribedBeats.of(NoisyRecord.of(record, NOISE_LEVEL, seed), "noise"));
            stress.addAll(StressRecords.of(record, seed));
            stress.addAll(RhythmStress.of(record, seed));
        }
        return new EcgMaterial(records, noisy, stress);
    }
}
