/** Series of soil probes, and what is known of their readings. */
package io.milliwatt.datasets.probe;
