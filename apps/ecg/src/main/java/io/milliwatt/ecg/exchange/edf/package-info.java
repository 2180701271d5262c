/**
 * European Data Format files (EDF+, Kemp and Olivan 2003, Clinical Neurophysiology 114): samples in records of whole seconds, beats,
 * events and gaps as annotations.
 */
package io.milliwatt.ecg.exchange.edf;
