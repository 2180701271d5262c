package io.milliwatt.dsp.fixedpoint;

/**
 * A line at harmonic × base order, shifted with the slip, plus multiple × sideband order, not shifted.
 *
 * @param harmonic 1 … 127
 * @param multiple −128 … 127; 0 for no sideband
 */
public record SpectralLine(OrderReference base, int harmonic, OrderReference sideband, int multiple) {}
