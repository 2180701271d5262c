/** From what a probe counts to water content: published curves, and a soil's own curve fitted to samples. */
package io.milliwatt.dsp.soil.calibration;
