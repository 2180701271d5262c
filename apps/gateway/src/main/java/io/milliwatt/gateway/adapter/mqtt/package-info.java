/** The nodes' door: MQTT 3.1.1 and 5 by the Vert.x server, logins, and connections that acknowledge in order. */
package io.milliwatt.gateway.adapter.mqtt;
