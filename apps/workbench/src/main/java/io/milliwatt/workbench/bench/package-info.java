/** Measures the whole path under load: MQTT, gateway, Kafka, app with its alarm rules, PostgreSQL, WebSocket. */
package io.milliwatt.workbench.bench;
