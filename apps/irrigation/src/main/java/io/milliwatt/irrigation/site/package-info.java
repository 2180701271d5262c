/** Farms: where they lie, what time it is there, and the form of the names by which everything on them is addressed. */
package io.milliwatt.irrigation.site;
