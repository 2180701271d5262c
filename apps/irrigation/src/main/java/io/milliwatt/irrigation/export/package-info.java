/** What leaves the farm on paper or as a table: water used, and a zone's account, with their units and their origin. */
package io.milliwatt.irrigation.export;
