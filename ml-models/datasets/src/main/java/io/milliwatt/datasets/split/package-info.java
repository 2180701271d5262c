/**
 * Splits of examples into training and test parts. An honest split keeps a physical unit (a bearing, a patient, a station) on one
 * side; the one leaky split there is exists to show, beside the honest figure, how much it flatters.
 */
package io.milliwatt.datasets.split;
