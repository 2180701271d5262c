package io.milliwatt.vibration.adapter.view;

import io.milliwatt.vibration.condition.Verdict;
import java.time.Instant;

/** What the model on the node said last; {@code probability} 0…1. */
public record VerdictView(String fault, double probability, Instant at) {
    static VerdictView of(Verdict verdict) {
        return new VerdictView(verdict.fault().label(), verdict.probability(), verdict.at());
    }
}
