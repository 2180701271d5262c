/** Frames of soil nodes on their way in, and commands to valves on their way out. */
package io.milliwatt.irrigation.adapter.kafka;
