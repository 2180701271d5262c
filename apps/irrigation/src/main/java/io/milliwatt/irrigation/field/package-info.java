/** Fields and their outlines on the map. */
package io.milliwatt.irrigation.field;
