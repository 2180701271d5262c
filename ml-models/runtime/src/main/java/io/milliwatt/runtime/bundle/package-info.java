/**
 * The bundle file ({@code .mwm}): reading with every rule of {@code device-firmware/contract/bundle.md} checked, writing,
 * signing and verifying.
 */
package io.milliwatt.runtime.bundle;
