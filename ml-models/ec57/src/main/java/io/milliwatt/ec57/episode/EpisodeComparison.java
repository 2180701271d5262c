package io.milliwatt.ec57.episode;

import io.milliwatt.ec57.ComparedRecord;
import io.milliwatt.ec57.Proportion;
import io.milliwatt.ec57.TestPeriod;
import java.util.List;

/** Goes through the episodes of one side and adds up what the other side has within them, as WFDB's epicmp 10.7 does (epicmp.c). */
public final class EpisodeComparison {
    private final TestPeriod period;
    private long episodes;
    private long found;
    private long samples;
    private long overlap;

    private EpisodeComparison(TestPeriod period) {
        this.period = period;
    }

    public static EpisodeFigures of(ComparedRecord compared, Rhythm rhythm) {
        return of(compared, rhythm, List.of());
    }

    /**
     * As EC38:1998 compared atrial fibrillation, and {@code epicmp -x}: what the test finds within atrial flutter of the reference is not
     * held against it.
     */
    public static EpisodeFigures withoutReferenceAtrialFlutter(ComparedRecord compared) {
        List<Span> flutter = Rhythm.ATRIAL_FLUTTER.episodes(
                compared.reference(), compared.period().endSample());
        return of(compared, Rhythm.ATRIAL_FIBRILLATION, flutter);
    }

    private static EpisodeFigures of(ComparedRecord compared, Rhythm rhythm, List<Span> excludedFromTest) {
        long end = compared.period().endSample();
        List<Span> reference = rhythm.episodes(compared.reference(), end);
        List<Span> test = rhythm.episodes(compared.test(), end);
        EpisodeComparison forwards = new EpisodeComparison(compared.period());
        forwards.goThrough(reference, test, List.of());
        EpisodeComparison backwards = new EpisodeComparison(compared.period());
        backwards.goThrough(test, reference, excludedFromTest);
        return new EpisodeFigures(
                compared.sampleRateHz(),
                new Proportion(forwards.found, forwards.episodes),
                new Proportion(backwards.found, backwards.episodes),
                new Proportion(forwards.overlap, forwards.samples),
                new Proportion(backwards.overlap, backwards.samples));
    }

    private void goThrough(List<Span> giving, List<Span> searched, List<Span> excluded) {
        for (Span episode : giving) {
            if (episode.endSample() < period.firstSample() || episode.beginSample() >= period.endSample()) {
                continue;
            }
            Span judged = episode.within(period.firstSample(), period.endSample());
            long left = judged.samples()
                    - excluded.stream().mapToLong(judged::overlap).sum();
            if (left == 0 && judged.samples() > 0) {
                continue;
            }
            long within = searched.stream().mapToLong(judged::overlap).sum();
            episodes++;
            samples += left;
            overlap += within;
            found += within > 0 ? 1 : 0;
        }
    }
}
