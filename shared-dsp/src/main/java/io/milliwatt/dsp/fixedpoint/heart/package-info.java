/**
 * What a node makes of an ECG beside its QRS complexes, in integers and bit-exact with {@code device-firmware/src/heart}:
 * rhythm events, heart rate, atrial and ventricular fibrillation, signal quality and respiration. {@code
 * device-firmware/contract/heart.md} is normative for both languages.
 */
package io.milliwatt.dsp.fixedpoint.heart;
