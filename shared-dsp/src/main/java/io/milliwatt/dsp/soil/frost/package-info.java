/** Frost: dew point and wet bulb of the air, and the least temperature of a clear, calm night (Snyder and de Melo-Abreu 2005, FAO Environment series 10). */
package io.milliwatt.dsp.soil.frost;
