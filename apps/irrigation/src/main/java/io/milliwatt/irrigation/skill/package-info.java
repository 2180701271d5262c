/** How good forecasts of soil water were: what was said then against what came, and against the forecast that nothing changes. */
package io.milliwatt.irrigation.skill;
