/** Golden values made by an independent tool (SciPy), with the recipe beside them. */
package io.milliwatt.dsp.golden;
