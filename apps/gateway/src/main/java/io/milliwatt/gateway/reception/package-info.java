/**
 * What happens to a frame that comes in: the checks in the contract's order, the memory of what was seen, and the way to
 * Kafka. A frame is acknowledged to its node only when this room's future says that Kafka has it.
 */
package io.milliwatt.gateway.reception;
