/**
 * Reference evapotranspiration: the water that a standard cover of grass or lucerne would use, daily or hourly, after FAO Irrigation and Drainage
 * Paper 56 and the ASCE standardization of 2005. What a station does not measure is estimated by the standards' own ways, and the result tells
 * which way was taken.
 *
 * <p>Radiation is in MJ/m² per day or hour, temperature in °C, vapour pressure in kPa, wind in m/s, latitudes in degrees north.
 */
package io.milliwatt.dsp.soil.evapotranspiration;
