/**
 * Soil moisture networks and plots, read as even series: NOAA's climate reference network by the day, Hamburg's urban soil observatory by the
 * hour, the drip-irrigated plots of the Wazihub contest by five minutes. A value that is missing is NaN; nothing is filled or corrected here.
 */
package io.milliwatt.datasets.network;
