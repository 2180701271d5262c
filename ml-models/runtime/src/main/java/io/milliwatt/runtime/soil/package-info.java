/**
 * A soil watched with a bundle, reading by reading, bit for bit as a node does it: quality, days, forecast, days to the refill line, need and
 * when to speak ({@code soil.md}, "The chain").
 */
package io.milliwatt.runtime.soil;
