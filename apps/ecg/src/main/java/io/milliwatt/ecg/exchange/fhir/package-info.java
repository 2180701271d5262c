/**
 * HL7 FHIR R4 (4.0.1): Observations in a Bundle, the waveform as SampledData after the standard's own example {@code Observation/ekg},
 * vital signs with the codes of its vital-signs profile. Plain records; whoever sends them writes JSON.
 */
package io.milliwatt.ecg.exchange.fhir;
