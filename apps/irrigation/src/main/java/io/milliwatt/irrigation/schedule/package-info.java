/**
 * When which valve is open: runs by minutes, mm or volume, cut into cycles that the soil can take in, placed where source, pump, well and the hours that
 * are closed to watering allow it, the most urgent zone first. What does not fit is said in sentences. All times are moments; the farm's clock is used
 * only where people speak of hours, so nights with a change of the clock are as long as they are.
 */
package io.milliwatt.irrigation.schedule;
