/**
 * From what a grower knows of a soil to the figures that the balance needs: a wizard from texture to field capacity, wilting point and refill line, and
 * the field capacity that the readings themselves show once the soil has drained after rain.
 */
package io.milliwatt.irrigation.soilsetup;
