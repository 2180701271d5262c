/**
 * The figures in the very letters of WFDB's tools, so that a report can be compared with theirs character by character: what bxb, rxr and
 * epicmp print for a record and as one line of a table, and what sumstats makes of such tables.
 */
package io.milliwatt.ec57.text;
