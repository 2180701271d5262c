/** What a soil's texture says of its water: the pedotransfer equations of Saxton and Rawls (2006). */
package io.milliwatt.dsp.soil.texture;
