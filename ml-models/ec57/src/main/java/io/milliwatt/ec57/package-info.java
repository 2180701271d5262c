/**
 * How good an ECG analysis is, by the rules of ANSI/AAMI EC57:2012 and in the way of WFDB's tools, so that figures can be laid beside
 * those of others: the analysis under test writes annotations, and they are compared with a reference beat by beat, run by run,
 * episode by episode and measurement by measurement, for each record, gross and on average. Here: what all comparisons share.
 */
package io.milliwatt.ec57;
