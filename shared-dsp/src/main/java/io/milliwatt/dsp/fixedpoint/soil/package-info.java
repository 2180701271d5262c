/**
 * What a soil node makes of its readings, in integers: quality flags, days, features and the water that is missing; bit-exact with
 * {@code device-firmware/src/soil}. {@code device-firmware/contract/soil.md} is normative for both languages. Water contents are in
 * 0.01 % by volume, temperatures in 0.01 °C, rain in 0.1 mm.
 */
package io.milliwatt.dsp.fixedpoint.soil;
