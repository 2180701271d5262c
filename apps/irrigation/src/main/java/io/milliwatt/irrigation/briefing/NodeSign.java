package io.milliwatt.irrigation.briefing;

import java.time.Instant;

/**
 * The newest sign of life of a node.
 *
 * @param boot its number of starts then
 */
public record NodeSign(Instant at, long boot) {}
