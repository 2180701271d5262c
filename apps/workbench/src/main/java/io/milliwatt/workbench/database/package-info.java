/**
 * PostgreSQL 18 from its unpacked binaries, as a program of its own with kept, durable data: synchronous commits are on,
 * log-ins need a password, and what a crash left behind is cleared at the next start.
 */
package io.milliwatt.workbench.database;
