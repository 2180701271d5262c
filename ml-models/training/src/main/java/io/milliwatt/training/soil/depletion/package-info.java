/**
 * Depletion of the root zone against plots whose soil water was measured: the balance by weather alone, and with some of the readings taken in
 * by the filter. Tuned on the plots with odd main numbers, judged on the even ones.
 */
package io.milliwatt.training.soil.depletion;
