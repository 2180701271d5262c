package io.milliwatt.irrigation.recommendation;

import io.milliwatt.irrigation.reason.Reason;
import java.util.List;

/**
 * What an irrigation did.
 *
 * @param appliedMillimetres gross
 * @param metered whether a flow meter counted it
 * @param drainageMillimetres that went below the roots on the days after
 */
public record Outcome(
        double appliedMillimetres,
        double appliedCubicMetres,
        boolean metered,
        double depletionBefore,
        double depletionAfter,
        Rise rise,
        double drainageMillimetres,
        List<Reason> reasons) {

    public Outcome {
        reasons = List.copyOf(reasons);
    }

    /** Whether the soil got wetter. */
    public enum Rise {
        ROSE,
        /** It should have, and did not: an alarm. */
        DID_NOT_RISE,
        /** No good readings, or too little water to tell. */
        NOT_JUDGED
    }

    public boolean alarms() {
        return rise == Rise.DID_NOT_RISE;
    }
}
