/** Machines in PostgreSQL. */
package io.milliwatt.vibration.adapter.db;
