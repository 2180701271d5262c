/**
 * Digital filters in double precision: Butterworth designs as cascades of biquads, notches, linear-phase FIR filters and decimation. Conventions
 * follow {@code scipy.signal} (second-order sections, odd padding for zero phase) and are tested against it.
 */
package io.milliwatt.dsp.filter;
