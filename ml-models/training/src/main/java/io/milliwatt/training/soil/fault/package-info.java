/**
 * Faults of probes: injected into a climate network's untouched days, found by the released detector; half of the stations are for fitting, the
 * other half for scoring.
 */
package io.milliwatt.training.soil.fault;
