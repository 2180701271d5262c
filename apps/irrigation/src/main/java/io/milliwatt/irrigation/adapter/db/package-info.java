/** The farm, its readings, its water and the audit trail in PostgreSQL. */
package io.milliwatt.irrigation.adapter.db;
