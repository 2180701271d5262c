/** The way to Kafka and back: frames and dead letters out, the apps' commands in, and a watch on the broker. */
package io.milliwatt.gateway.adapter.kafka;
