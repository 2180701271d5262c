package io.milliwatt.ec57.report;

import io.milliwatt.ec57.Proportion;
import io.milliwatt.ec57.TestPeriod;
import io.milliwatt.ec57.alarm.AlarmFigures;
import io.milliwatt.ec57.alarm.AlarmKind;
import io.milliwatt.ec57.beat.BeatFigures;
import io.milliwatt.ec57.episode.EpisodeFigures;
import io.milliwatt.ec57.episode.RhythmFigures;
import io.milliwatt.ec57.measurement.MeasurementFigures;
import io.milliwatt.ec57.run.RunFigures;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Records put together: gross, where every beat and episode counts alike, and on average, where every record does.
 *
 * @param name what the records have in common, such as "DS2"
 * @param gross as of one long record
 * @param shares gross and average, in the order of {@link Figure}
 */
public record SetFigures(String name, List<RecordFigures> records, RecordFigures gross, List<Share> shares) {
    public SetFigures {
        records = List.copyOf(records);
        shares = List.copyOf(shares);
    }

    /**
     * @param averagePercent over the records in which there was something to count
     * @param averagedRecords how many these were
     */
    public record Share(Figure figure, Proportion gross, OptionalDouble averagePercent, int averagedRecords) {}

    /** @param records at least one */
    public static SetFigures of(String name, List<RecordFigures> records) {
        RecordFigures gross = total(name, records);
        return new SetFigures(
                name,
                records,
                gross,
                Arrays.stream(Figure.values())
                        .map(figure -> share(figure, records, gross))
                        .toList());
    }

    /** A figure of the set. */
    public Share share(Figure figure) {
        return shares.get(figure.ordinal());
    }

    private static Share share(Figure figure, List<RecordFigures> records, RecordFigures gross) {
        List<Double> percents = records.stream()
                .map(record -> figure.of(record).percent())
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        return new Share(
                figure,
                figure.of(gross),
                percents.stream().mapToDouble(Double::doubleValue).average(),
                percents.size());
    }

    private static RecordFigures total(String name, List<RecordFigures> records) {
        double rate = records.getFirst().sampleRateHz();
        double seconds =
                records.stream().mapToDouble(RecordFigures::judgedSeconds).sum();
        return new RecordFigures(
                name,
                rate,
                TestPeriod.wholeRecord(Math.round(seconds * rate)),
                sum(records, RecordFigures::beats, BeatFigures::total),
                sum(records, RecordFigures::beatsWithNormalEscapes, BeatFigures::total),
                sum(records, RecordFigures::beatsWithShutdown, BeatFigures::total),
                sum(records, RecordFigures::ventricularRuns, RunFigures::total),
                sum(records, RecordFigures::supraventricularRuns, RunFigures::total),
                sum(records, RecordFigures::fibrillation, EpisodeFigures::total),
                sum(records, RecordFigures::fibrillationOverTime, RhythmFigures::total),
                sum(records, RecordFigures::fibrillationOverBeats, RhythmFigures::total),
                sum(records, RecordFigures::ventricularFibrillation, EpisodeFigures::total),
                sum(records, RecordFigures::heartRate, MeasurementFigures::total),
                sum(records, RecordFigures::instantaneousHeartRate, MeasurementFigures::total),
                sum(records, RecordFigures::variability, MeasurementFigures::total),
                Arrays.stream(AlarmKind.values())
                        .map(kind -> AlarmFigures.total(
                                kind,
                                records.stream()
                                        .map(record -> record.alarms().get(kind.ordinal()))
                                        .toList()))
                        .toList());
    }

    private static <T> T sum(
            List<RecordFigures> records, Function<RecordFigures, T> part, Function<Collection<T>, T> total) {
        return total.apply(records.stream().map(part).toList());
    }
}
