package io.milliwatt.dsp.soil.fault;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Whose drift it is. Each depth is judged by the others, so one that runs away makes its sound neighbours seem to run the other way. A suspected depth is
 * cleared when it is not suspected once another one is left out, and that one has broken, or drifts more and does so without this one too. Two depths never clear each other by
 * their drifts, so none gets lost between them.
 */
final class DriftOrigin {
    /** A month's change is asked over up to 90 days and a window of ten: so long does a break of another depth show in it. */
    private static final int BREAK_SHOWS_DAYS = 100;

    private static final int NONE = -1;

    private final FaultModel.Part drift;
    private final ProbeDays probe;
    private final BiPredicate<Integer, Integer> broken;
    private final Map<Seen, DriftCourse> courses = new HashMap<>();

    /** A depth, judged by all the others but one; {@link #NONE} where all count. */
    private record Seen(int depth, int without) {}

    /** @param broken whether a depth shows a break on a day: it has left the others at once and need not drift to be what they seem to run from */
    DriftOrigin(FaultModel.Part drift, ProbeDays probe, BiPredicate<Integer, Integer> broken) {
        this.drift = drift;
        this.probe = probe;
        this.broken = broken;
    }

    /** A depth is suspected on a day, and no other depth explains it. */
    boolean at(int depth, int day) {
        return course(depth, NONE).suspected(day)
                && IntStream.range(0, probe.depths()).noneMatch(other -> other != depth && explains(other, depth, day));
    }

    private boolean explains(int other, int depth, int day) {
        return !course(depth, other).suspected(day) && (drifts(other, depth, day) || broke(other, day));
    }

    /** Also when it is judged without the depth, and more than the depth: in all, and each without the other, since two that pull each other can look alike. */
    private boolean drifts(int other, int depth, int day) {
        return course(other, depth).suspected(day) && evidence(other, depth, day) > evidence(depth, other, day);
    }

    private double evidence(int depth, int without, int day) {
        return course(depth, NONE).mean(day) + course(depth, without).mean(day);
    }

    private boolean broke(int other, int day) {
        return IntStream.rangeClosed(Math.max(0, day - BREAK_SHOWS_DAYS), day)
                .anyMatch(before -> broken.test(other, before));
    }

    private DriftCourse course(int depth, int without) {
        return courses.computeIfAbsent(new Seen(depth, without), seen -> {
            if (without == NONE) {
                return new DriftCourse(drift, probe, depth);
            }
            int[] kept = IntStream.range(0, probe.depths())
                    .filter(each -> each != without)
                    .toArray();
            return new DriftCourse(drift, probe.only(kept), depth > without ? depth - 1 : depth);
        });
    }
}
