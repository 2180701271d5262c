package io.milliwatt.ecg.patient;

import java.time.Instant;

/** What a node recorded from one time to another while it was on a patient: before and after, it is another's. */
public record Recording(long node, Instant from, Instant to) {}
