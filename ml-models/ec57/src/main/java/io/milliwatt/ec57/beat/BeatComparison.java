package io.milliwatt.ec57.beat;

import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.ec57.ComparedRecord;
import io.milliwatt.ec57.TestPeriod;
import java.util.Optional;

/**
 * Pairs the beats of two annotation files and counts what became of each, as WFDB's bxb 10.7 does (bxb.c, whose rules are told at
 * each step here): a pair lies within 150 ms, and of two candidates the nearer one is taken.
 */
public final class BeatComparison {
    private final TestPeriod period;
    private final long window;
    private final BeatCursor reference;
    private final BeatCursor test;
    private final ConfusionMatrix.Tally tally = new ConfusionMatrix.Tally();
    private final ErrorSum.Tally intervalErrors = new ErrorSum.Tally();
    private final ErrorSum.Tally positionErrors = new ErrorSum.Tally();

    private BeatComparison(ComparedRecord compared, EscapeBeats convention) {
        period = compared.period();
        window = compared.matchWindowSamples();
        reference = new BeatCursor(compared.reference(), convention, window, period.endSample());
        test = new BeatCursor(compared.test(), convention, window, period.endSample());
    }

    /** @param convention how escape beats are classed on both sides */
    public static BeatFigures of(ComparedRecord compared, EscapeBeats convention) {
        BeatComparison comparison = new BeatComparison(compared, convention);
        comparison.enterTestPeriod();
        comparison.pairAll();
        return new BeatFigures(
                comparison.tally.matrix(),
                comparison.intervalErrors.sum(compared.sampleRateHz()),
                comparison.positionErrors.sum(compared.sampleRateHz()),
                shutdownSeconds(comparison.test.shutdownSamples(), compared.sampleRateHz()));
    }

    /** To whole seconds, halves upwards. */
    private static long shutdownSeconds(long samples, double sampleRateHz) {
        return (samples + TestPeriod.samples(0.5, sampleRateHz)) / TestPeriod.samples(1, sampleRateHz);
    }

    /**
     * A test beat just before the period may belong to a reference beat just within it; and one just within it that belongs to
     * none may belong to a reference beat just before it, and is passed over.
     */
    private void enterTestPeriod() {
        do {
            reference.advance();
        } while (reference.sample() < period.firstSample());
        do {
            test.advance();
        } while (test.nextSample() < period.firstSample());
        long before = reference.sample() - test.sample();
        if (before < distance(reference.sample(), test.nextSample()) && before <= window) {
            if (reference.label().isPresent() || test.label().isPresent()) {
                takePair();
            } else {
                advanceBoth();
            }
            return;
        }
        test.advance();
        if (test.sample() - period.firstSample() <= window
                && distance(reference.sample(), test.nextSample()) < distance(reference.sample(), test.sample())) {
            test.advance();
        }
    }

    private void pairAll() {
        while (reference.sample() <= period.endSample() || test.sample() <= period.endSample()) {
            boolean testFirst = test.sample() < reference.sample();
            if (testFirst ? belongTogether(test, reference) : belongTogether(reference, test)) {
                takePair();
            } else if (testFirst) {
                count(labelOfExtraBeat(), test.label());
                test.advance();
            } else {
                Label missed = test.isShutdown(reference.sample()) ? Label.X : Label.O;
                count(reference.label(), Optional.of(missed));
                reference.advance();
            }
        }
    }

    /**
     * Whether the earlier beat is within reach of the later one, and either the later one has no nearer beat coming up beside the earlier
     * one, or that one has a still nearer partner of its own.
     */
    private boolean belongTogether(BeatCursor earlier, BeatCursor later) {
        long apart = later.sample() - earlier.sample();
        if (apart > window) {
            return false;
        }
        long rival = distance(later.sample(), earlier.nextSample());
        return apart < rival || distance(later.nextSample(), earlier.nextSample()) < rival;
    }

    /** Test beats within flutter of the reference are not counted at all. */
    private Optional<Label> labelOfExtraBeat() {
        if (reference.isFlutter(test.sample())) {
            return Optional.empty();
        }
        return Optional.of(reference.isShutdown(test.sample()) ? Label.X : Label.O);
    }

    private void takePair() {
        count(reference.label(), test.label());
        positionErrors.add(test.sample() - reference.sample());
        advanceBoth();
    }

    private void advanceBoth() {
        reference.advance();
        test.advance();
    }

    /** bxb compares the RR intervals that end with the two current beats at every step, paired or not. */
    private void count(Optional<Label> referenceLabel, Optional<Label> testLabel) {
        if (referenceLabel.isPresent() && testLabel.isPresent()) {
            tally.add(referenceLabel.get(), testLabel.get(), 1);
        }
        if (reference.interval() > 0 && test.interval() > 0) {
            intervalErrors.add(reference.interval() - test.interval());
        }
    }

    private static long distance(long a, long b) {
        return Math.abs(a - b);
    }
}
