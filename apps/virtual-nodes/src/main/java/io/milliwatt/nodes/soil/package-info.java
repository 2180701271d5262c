/**
 * A physical model of an irrigated zone for nodes without a field: weather by season and hour, soil water in layers, roots that draw on it, a
 * valve with its flow meter, and faults that can be switched on.
 */
package io.milliwatt.nodes.soil;
