/**
 * Recorded seasons irrigated again: the same field and weather under the farm's water, under simple rules and under our schedule, which decides
 * each day by the past alone.
 */
package io.milliwatt.training.soil.season;
