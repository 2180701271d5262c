/** Figures of merit of a run of samples: power, shape of the distribution, and order statistics that stray values cannot move. */
package io.milliwatt.dsp.statistics;
