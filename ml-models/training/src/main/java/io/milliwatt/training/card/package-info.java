/**
 * The model card: what a model is for, how good it is, where it comes from and where it fails, as Markdown, as one HTML page with
 * plots drawn here, and as JSON for machines. All three are made from one report, so they cannot disagree.
 */
package io.milliwatt.training.card;
