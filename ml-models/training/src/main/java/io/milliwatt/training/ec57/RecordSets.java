package io.milliwatt.training.ec57;

import io.milliwatt.datasets.catalogue.MitBihDataSet;
import io.milliwatt.datasets.catalogue.MitBihRecord;
import io.milliwatt.ec57.report.RecordFigures;
import io.milliwatt.ec57.report.SetFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The sets of records that figures are told for: all of them; and, of the MIT-BIH database, those that the literature splits it into. */
final class RecordSets {
    /** It holds three quarters of DS2's supraventricular beats, so that figures with and without it are two different things. */
    private static final String MOSTLY_SUPRAVENTRICULAR = "232";

    private RecordSets() {}

    /** All records first. A set that is as large as that of all records, or empty, is left out. */
    static List<SetFigures> of(List<RecordFigures> records) {
        List<SetFigures> sets = new ArrayList<>(List.of(SetFigures.of("all records", records)));
        boolean mitBih = MitBihDataSet.records().stream()
                .map(record -> Integer.toString(record.number()))
                .collect(Collectors.toSet())
                .containsAll(records.stream().map(RecordFigures::record).toList());
        if (mitBih) {
            add(sets, "DS1 (trained on)", records, numbers(MitBihRecord.Part.DS1));
            add(sets, "DS2", records, numbers(MitBihRecord.Part.DS2));
            Set<String> without = numbers(MitBihRecord.Part.DS2);
            without.remove(MOSTLY_SUPRAVENTRICULAR);
            if (records.stream().anyMatch(record -> record.record().equals(MOSTLY_SUPRAVENTRICULAR))) {
                add(sets, "DS2 without " + MOSTLY_SUPRAVENTRICULAR, records, without);
            }
            add(sets, "paced", records, numbers(MitBihRecord.Part.PACED));
        }
        return List.copyOf(sets);
    }

    private static Set<String> numbers(MitBihRecord.Part part) {
        return MitBihDataSet.records(part).stream()
                .map(record -> Integer.toString(record.number()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void add(List<SetFigures> sets, String name, List<RecordFigures> records, Set<String> members) {
        List<RecordFigures> within = records.stream()
                .filter(record -> members.contains(record.record()))
                .toList();
        if (!within.isEmpty() && within.size() < records.size()) {
            sets.add(SetFigures.of(name, within));
        }
    }
}
