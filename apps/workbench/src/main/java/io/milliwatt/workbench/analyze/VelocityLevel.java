package io.milliwatt.workbench.analyze;

import io.milliwatt.dsp.vibration.SeverityLimits;
import io.milliwatt.dsp.vibration.SeverityZone;
import java.util.List;

/**
 * The r.m.s. velocity and the zones it falls into.
 *
 * @param rmsMillimetresPerSecond from {@code lowEdgeHz} to {@code highEdgeHz}
 * @param limits one per machine group and support asked for
 */
record VelocityLevel(double rmsMillimetresPerSecond, double lowEdgeHz, double highEdgeHz, List<SeverityLimits> limits) {

    SeverityZone zone(SeverityLimits of) {
        return of.zone(rmsMillimetresPerSecond);
    }
}
