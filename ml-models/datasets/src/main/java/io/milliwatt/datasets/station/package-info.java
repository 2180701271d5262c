/** Readers of weather stations' files: REF-ET's output with the weather it was computed from, and AgriMet's daily and hourly tables in US units. */
package io.milliwatt.datasets.station;
