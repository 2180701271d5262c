/**
 * Soil probes: at which depths they read, by which calibration a number becomes water content, what its flags mean in plain words, and how the probe
 * itself is.
 */
package io.milliwatt.irrigation.probe;
