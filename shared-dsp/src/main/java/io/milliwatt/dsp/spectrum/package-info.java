/**
 * From samples to frequencies: Fourier transform (TarsosDSP, single precision inside), amplitude spectrum, Welch's power density, analytic signal,
 * and the whitening methods that make bearing impacts visible. Scalings follow SciPy's {@code scipy.signal} and are tested against it.
 */
package io.milliwatt.dsp.spectrum;
