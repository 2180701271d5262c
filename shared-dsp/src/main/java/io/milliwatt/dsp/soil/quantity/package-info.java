/**
 * Quantities that are easily mistaken for each other, as types that do not mix: water content as a fraction, depth of water, tension, and the
 * electrical conductivities that soil science tells apart. Conversions are named, ranges are checked where a value is made.
 */
package io.milliwatt.dsp.soil.quantity;
