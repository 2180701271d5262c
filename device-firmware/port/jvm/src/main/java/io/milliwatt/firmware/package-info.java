/**
 * The node's own C code, built for the host and called through {@code java.lang.foreign}: the same source that runs on a
 * sensor node runs here, for virtual nodes and for proving that Java and C give the same bytes.
 */
package io.milliwatt.firmware;
