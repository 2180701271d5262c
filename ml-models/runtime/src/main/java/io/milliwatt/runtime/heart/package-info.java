/**
 * What a node makes of an ECG with a bundle, the Java twin of its chain: samples to beats, beats to margins, margins to classes.
 * Bit-exact with {@code device-firmware/src/heart}; {@code device-firmware/contract} is normative.
 */
package io.milliwatt.runtime.heart;
