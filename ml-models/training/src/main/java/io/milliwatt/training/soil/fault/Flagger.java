package io.milliwatt.training.soil.fault;

import io.milliwatt.dsp.soil.fault.FaultDays;
import io.milliwatt.dsp.soil.fault.ProbeDays;

/** Anything that flags days of a depth. */
@FunctionalInterface
interface Flagger {

    /** Flags the days from one to another. */
    FaultDays flag(ProbeDays probe, int depth, int from, int to);
}
