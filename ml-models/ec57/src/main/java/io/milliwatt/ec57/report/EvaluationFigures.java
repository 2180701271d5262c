package io.milliwatt.ec57.report;

import java.util.List;

/**
 * An analysis judged on records.
 *
 * @param subject what was judged: the model, its version, what it consists of
 * @param afterLearning each set of records from minute 5 on, as EC57 wants it; the first set is that of all records
 * @param wholeRecords the same sets without a learning period, as beat classes are published
 * @param noise empty where no noise records were given
 */
public record EvaluationFigures(
        String subject, List<SetFigures> afterLearning, List<SetFigures> wholeRecords, List<NoiseCurve> noise) {
    public EvaluationFigures {
        if (afterLearning.isEmpty() || afterLearning.size() != wholeRecords.size()) {
            throw new IllegalArgumentException("every set of records is judged both after minute 5 and as a whole");
        }
        afterLearning = List.copyOf(afterLearning);
        wholeRecords = List.copyOf(wholeRecords);
        noise = List.copyOf(noise);
    }
}
