/**
 * Zones: the parts of a field that are watered together, each with its soil by layers, what grows on it in which stage, how water comes to it, when it
 * is to be refilled and how much water it may have.
 */
package io.milliwatt.irrigation.zone;
