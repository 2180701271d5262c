/** A crop through its season: stages, crop coefficients, height, roots, and what it can draw before it suffers (FAO-56 chapters 6 to 8). */
package io.milliwatt.dsp.soil.crop;
