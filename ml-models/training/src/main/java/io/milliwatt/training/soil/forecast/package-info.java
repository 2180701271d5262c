/**
 * The forecast of soil water: from stations' days to what a node would make of them, the network that learns it, its quantized form, and its
 * figures against persistence on stations that it has not met.
 */
package io.milliwatt.training.soil.forecast;
