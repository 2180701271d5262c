/**
 * Weather rules for plant diseases, each after its published source. A rule tells when the weather allows an infection; whether spores are there,
 * how susceptible the crop is and what was sprayed, it does not know.
 */
package io.milliwatt.dsp.soil.disease;
