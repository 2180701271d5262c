/** Alarms in PostgreSQL: conditions, alarms and their history change in the same transaction as the data behind them. */
package io.milliwatt.platform.alarms.store;
