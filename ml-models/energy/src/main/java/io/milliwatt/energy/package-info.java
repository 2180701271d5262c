/**
 * What a node's work costs. Counted work (instructions measured in the emulator, bytes of real frames, a node's own ledger)
 * times a board's stated constants gives energy per day and battery life: an estimate, never a measurement, with every
 * constant and its source at hand. Work that was never counted is refused, not guessed.
 */
package io.milliwatt.energy;
