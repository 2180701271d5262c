/**
 * Salt in the root zone by electrical conductivity: temperature compensation, from bulk to pore water, leaching and advice for fertigation (FAO
 * Irrigation and Drainage Paper 29). Conductivity tells the sum of all salts; it cannot tell one nutrient from another, and nothing here does.
 */
package io.milliwatt.dsp.soil.salinity;
