/** Where water comes from and what lets it through: sources with their limits, pauses and price, pumps, valves, and hours in which nothing may run. */
package io.milliwatt.irrigation.supply;
