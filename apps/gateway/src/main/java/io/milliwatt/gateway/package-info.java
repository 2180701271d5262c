/**
 * The door between nodes and servers: an MQTT endpoint that lets in only enrolled nodes, checks every frame and hands it
 * byte for byte to Kafka, and a registry of the nodes. Rules live in {@code node}, {@code reception} and {@code downlink};
 * everything that touches the network, the database or the framework lives under {@code adapter}.
 */
package io.milliwatt.gateway;
