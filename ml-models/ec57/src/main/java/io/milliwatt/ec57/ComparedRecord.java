package io.milliwatt.ec57;

import io.milliwatt.datasets.wfdb.Annotation;
import java.util.List;

/**
 * Two annotation files of one record.
 *
 * @param name such as "100"
 * @param reference what is true, in order of time
 * @param test what the analysis says, in order of time: beats; rhythm changes and flutter marks where it knows rhythms; changes of
 *     signal quality around stretches that it calls unreadable
 */
public record ComparedRecord(
        String name, double sampleRateHz, TestPeriod period, List<Annotation> reference, List<Annotation> test) {
    private static final double MATCH_SECONDS = 0.15;

    public ComparedRecord {
        if (!(sampleRateHz > 0)) {
            throw new IllegalArgumentException("record " + name + " has a sample rate of " + sampleRateHz + " Hz");
        }
        reference = inOrder(name, "reference", reference);
        test = inOrder(name, "test", test);
    }

    private static List<Annotation> inOrder(String name, String what, List<Annotation> annotations) {
        for (int i = 1; i < annotations.size(); i++) {
            if (annotations.get(i).sample() < annotations.get(i - 1).sample()) {
                throw new IllegalArgumentException(
                        "the " + what + " annotations of record " + name + " are not in order of time at sample "
                                + annotations.get(i).sample() + "; sort them first");
            }
        }
        return List.copyOf(annotations);
    }

    /** 150 ms: so far may a test beat stand from its reference beat. */
    public long matchWindowSamples() {
        return TestPeriod.samples(MATCH_SECONDS, sampleRateHz);
    }

    /** Another part of the same record. */
    public ComparedRecord within(TestPeriod other) {
        return new ComparedRecord(name, sampleRateHz, other, reference, test);
    }

    /** The other way round: what is sensitivity there is positive predictivity here. */
    public ComparedRecord swapped() {
        return new ComparedRecord(name, sampleRateHz, period, test, reference);
    }
}
