/**
 * Agronomy of irrigation: reference evapotranspiration, the soil's water, crops and what threatens them. Each capability has a room of its own
 * below; none knows a framework, a sensor's protocol or a field's owner. Every formula names its source, and every name its unit.
 */
package io.milliwatt.dsp.soil;
