/** Files that people hand in: read, checked value by value, and stored where a farm's own measurements stand; what cannot be is kept with its reason. */
package io.milliwatt.irrigation.adapter.importing;
