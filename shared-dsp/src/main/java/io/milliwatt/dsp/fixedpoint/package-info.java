/**
 * The node's signal processing in integers, one kernel per class, bit-exact with {@code device-firmware/src/dsp}. Every
 * kernel states why it cannot overflow; {@code device-firmware/contract/recipe.md} is normative for both languages.
 */
package io.milliwatt.dsp.fixedpoint;
