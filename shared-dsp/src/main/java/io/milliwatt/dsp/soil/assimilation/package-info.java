/**
 * Probe readings taken into the water balance: an extended Kalman filter whose state is the root zone's depletion and a multiplier on the field's
 * evapotranspiration, so that a reading puts right both where the field stands and how fast it uses water. Every estimate states its uncertainty; a
 * day without a usable reading goes on by the weather alone and says why.
 */
package io.milliwatt.dsp.soil.assimilation;
