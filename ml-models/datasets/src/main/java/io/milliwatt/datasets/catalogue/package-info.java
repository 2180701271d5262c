/**
 * Published data sets as data: where each comes from, under what licence, how to cite it, the SHA-256 of every file, and the traps that
 * make careless use of it give wrong figures. Opening a data set checks its files and applies what the traps demand.
 */
package io.milliwatt.datasets.catalogue;
