/**
 * What a node's accelerometer feels: a physical model of a machine with a rolling bearing that may become damaged, or a
 * recording played in a loop. Time runs with the samples, so a signal is the same at any speed of the computer.
 */
package io.milliwatt.nodes.signal;
