/** What a season of readings says of a soil. */
package io.milliwatt.irrigation.soil;
