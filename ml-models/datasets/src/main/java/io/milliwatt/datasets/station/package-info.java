/** Readers of weather stations' files: REF-ET's daily and hourly output with its weather, and AgriMet's daily tables in US units. */
package io.milliwatt.datasets.station;
