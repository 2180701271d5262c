/**
 * The figures of whole records and of sets of records: everything EC57 asks for about one record in one place, and what follows gross and on
 * average. Plain values, for whoever writes or draws them.
 */
package io.milliwatt.ec57.report;
