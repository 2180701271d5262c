/**
 * Sampled signals: values that know their sampling rate and their unit. Nothing here guesses either: a signal whose unit is not known says so,
 * and whoever needs a level in physical units must ask.
 */
package io.milliwatt.dsp.signal;
