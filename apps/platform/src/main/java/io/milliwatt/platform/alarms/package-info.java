/**
 * Alarms after ANSI/ISA-18.2: rules with hysteresis, n-of-m, delays and latch, and the life cycle normal →
 * active-unacknowledged → active-acknowledged or returned-unacknowledged → normal. Plain Java without a clock of its own;
 * {@code store} keeps it in PostgreSQL.
 */
package io.milliwatt.platform.alarms;
