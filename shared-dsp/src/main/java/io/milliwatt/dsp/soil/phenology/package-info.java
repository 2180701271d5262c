/** Heat that a crop or an insect gathers: degree days by the usual methods, and the published stages of insects counted in them. */
package io.milliwatt.dsp.soil.phenology;
