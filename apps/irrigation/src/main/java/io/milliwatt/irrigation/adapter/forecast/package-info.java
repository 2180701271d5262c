/** Weather services outside, asked over HTTP where an installation names one: how their answers are fetched, read and doubted. */
package io.milliwatt.irrigation.adapter.forecast;
