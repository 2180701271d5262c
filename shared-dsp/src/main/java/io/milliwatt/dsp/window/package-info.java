/**
 * Tapering windows for spectra. The shapes come from TarsosDSP; this package turns them into the periodic form that spectral estimation wants
 * (Harris 1978, "On the use of windows for harmonic analysis with the discrete Fourier transform").
 */
package io.milliwatt.dsp.window;
