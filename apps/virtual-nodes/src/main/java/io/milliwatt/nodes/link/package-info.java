/** A node's connection to the gateway by MQTT: it comes back by itself, and says of each frame whether it arrived. */
package io.milliwatt.nodes.link;
