package io.milliwatt.training.ecg;

import io.milliwatt.datasets.catalogue.MitBihDataSet;
import io.milliwatt.datasets.catalogue.MitBihRecord;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.training.pipeline.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is trained and chosen on: the 22 records of DS1, the same with noise, upside down and in their other lead, and stress
 * records cut from them.
 *
 * @param records one per record, by number; what is chosen is chosen on these and on the stress records
 * @param otherLead only to learn from, like noisy and inverted ones
 */
record EcgMaterial(
        List<DescribedBeats> records,
        List<DescribedBeats> noisy,
        List<DescribedBeats> inverted,
        List<DescribedBeats> otherLead,
        List<DescribedBeats> stress) {

    private static final double NOISE_LEVEL = 0.5;

    EcgMaterial {
        records = List.copyOf(records);
        noisy = List.copyOf(noisy);
        inverted = List.copyOf(inverted);
        otherLead = List.copyOf(otherLead);
        stress = List.copyOf(stress);
    }

    static EcgMaterial read(Path folder, long seed, Progress progress) throws RecordingException {
        MitBihDataSet data = MitBihDataSet.open(folder);
        List<MitBihRecord> numbers = MitBihDataSet.records(MitBihRecord.Part.DS1);
        List<DescribedBeats> records = new ArrayList<>();
        List<DescribedBeats> noisy = new ArrayList<>();
        List<DescribedBeats> inverted = new ArrayList<>();
        List<DescribedBeats> otherLead = new ArrayList<>();
        List<DescribedBeats> stress = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            progress.step("describing the beats of record " + numbers.get(i).number(), i, numbers.size());
            HeartRecord record = HeartRecord.load(data, numbers.get(i));
            records.add(DescribedBeats.of(record, DescribedBeats.RECORD));
            noisy.add(DescribedBeats.of(NoisyRecord.of(record, NOISE_LEVEL, seed), "noise"));
            inverted.add(DescribedBeats.of(record.inverted(), "inverted"));
            otherLead.add(DescribedBeats.of(HeartRecord.loadOtherLead(data, numbers.get(i)), "other lead"));
            stress.addAll(StressRecords.of(record, seed));
            stress.addAll(RhythmStress.of(record, seed));
        }
        return new EcgMaterial(records, noisy, inverted, otherLead, stress);
    }
}
