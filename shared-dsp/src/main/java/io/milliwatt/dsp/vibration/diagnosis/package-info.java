/**
 * The diagnosis of one recording, with its evidence, for a rig that nobody tuned it on: whiten, demodulate several bands, look for the whole comb
 * of lines that each damaged part would write, and ask how often a comb at an order that means nothing scores as well on this very machine.
 */
package io.milliwatt.dsp.vibration.diagnosis;
