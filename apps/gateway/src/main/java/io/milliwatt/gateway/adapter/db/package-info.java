/** The registry, the windows and the tallies in PostgreSQL, schema {@code gateway}. */
package io.milliwatt.gateway.adapter.db;
