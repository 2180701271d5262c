/**
 * Runs the firmware of many nodes in one process: feeds each its signal in real time, carries its frames to the gateway,
 * and keeps what a node must remember over a restart.
 */
package io.milliwatt.nodes.run;
