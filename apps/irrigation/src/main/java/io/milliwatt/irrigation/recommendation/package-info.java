/**
 * Whether to irrigate, how much and why; or why not. A recommendation keeps the figures it stands on, what a person decided on it, and what became of it.
 * Nothing is recommended on stale data, and nothing is opened without a person where the probe cannot be trusted.
 */
package io.milliwatt.irrigation.recommendation;
