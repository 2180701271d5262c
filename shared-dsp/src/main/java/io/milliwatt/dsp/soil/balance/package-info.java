/**
 * The water balance of a field's root zone by the day: dual crop coefficient, evaporation layer, stress, percolation and runoff (FAO-56 chapters
 * 7 and 8, ASCE Manual 70). A day is a pure step from one state to the next, so that history, today and a forecast use the same code.
 *
 * <p>Amounts of water are in mm a day; a depletion is the water missing to field capacity.
 */
package io.milliwatt.dsp.soil.balance;
