/**
 * Automatic quality control of soil moisture as the International Soil Moisture Network does it (Dorigo et al. 2013, Vadose Zone Journal 12:3),
 * a pure function over a series, with a reason in plain words for every flag. It is made for hourly readings.
 */
package io.milliwatt.dsp.soil.quality;
