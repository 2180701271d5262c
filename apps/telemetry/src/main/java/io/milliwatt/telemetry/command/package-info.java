/**
 * What a domain's app asks the gateway to tell a node, over the Kafka topic {@code commands.<domain>}. The gateway turns a
 * command into a frame to the node and signs it; apps hold no node keys.
 */
package io.milliwatt.telemetry.command;
