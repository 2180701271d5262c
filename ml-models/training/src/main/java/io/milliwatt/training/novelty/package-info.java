/**
 * Models that know a healthy machine and nothing else: trained here on recorded windows, or learnt by a node from its own
 * ({@code bundle.md}, section 6).
 */
package io.milliwatt.training.novelty;
