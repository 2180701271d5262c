/** Under which names frames travel: MQTT topics, Kafka topics and Kafka headers, as the contract's table gives them. */
package io.milliwatt.telemetry.transport;
