package io.milliwatt.training.compression;

import io.milliwatt.training.evaluation.Candidate;

/**
 * One way to make a model smaller, and how far.
 *
 * @param technique such as "cost-complexity pruning"
 * @param setting such as "0.001 per leaf"
 */
public record CompressionSetting(String technique, String setting, Candidate candidate) {}
