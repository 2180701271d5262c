/** Weather of a farm: days as they were measured, days as they are forecast, and what the station's own past says of the time of year. */
package io.milliwatt.irrigation.weather;
