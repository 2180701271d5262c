/**
 * Runs a model bundle in Java exactly as a node runs it: the same integers in, the same integers out, bit by bit. The
 * normative text is {@code device-firmware/contract/bundle.md}.
 */
package io.milliwatt.runtime;
